// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A few made-up members and recipients: every kind of row, many collisions. */
final class SmallWorld {
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final ReconciliationKey PLAIN =
            ReconciliationKey.Declared.builder().field("id").build();
    private static final ReconciliationKey HASHED = ReconciliationKey.Declared.builder()
            .field("email")
            .content(KeyContent.EMAIL)
            .wire(KeyForm.SHA256)
            .build();

    private final Random random;
    private final ReconciliationKey key;
    private final int keys;
    private final List<TextKeys> members = new ArrayList<>();
    private final List<TextKeys> recipients = new ArrayList<>();
    private final IdSet kept;
    private final AmbiguityPolicy policy;

    SmallWorld(long seed) {
        random = new Random(seed);
        key = List.of(VISITOR, PLAIN, HASHED).get(random.nextInt(3));
        keys = 1 + random.nextInt(random.nextInt(4) == 0 ? 2000 : 40);
        policy = List.of(AmbiguityPolicy.ALL, AmbiguityPolicy.NONE, AmbiguityPolicy.FIRST)
                .get(random.nextInt(3));
        kept = random.nextInt(3) == 0 ? kept() : IdSet.EMPTY;
        fill(members, this::member);
        fill(recipients, this::recipient);
    }

    MatchTask task() {
        return MatchTask.builder()
                .key(key)
                .members(source(members))
                .recipients(source(recipients))
                .keptMembers(kept)
                .ambiguity(policy)
                .build();
    }

    /** The same, the recipients' keys packed beforehand. */
    MatchTask packedTask() {
        return MatchTask.builder()
                .from(task())
                .recipients(new PackingSource(source(recipients), key, kept.size() > 0))
                .packedRecipients(true)
                .build();
    }

    static KeySource source(List<TextKeys> batches) {
        var left = new ArrayDeque<>(batches);
        return new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return Either.right(Option.of(left.poll()));
            }

            @Override
            public void close() {
                left.clear();
            }
        };
    }

    private void fill(List<TextKeys> batches, Row row) {
        int rows = random.nextInt(3 * keys);
        var builder = new TextKeysBuilder();
        for (int i = 0; i < rows; i++) {
            row.add(builder);
            if (random.nextInt(50) == 0) {
                batches.add(builder.build());
            }
        }
        batches.add(builder.build());
    }

    private void member(TextKeysBuilder builder) {
        byte[] text = bytes(random.nextInt(20) == 0 ? "no good" : wire(text(random.nextInt(keys))));
        builder.key(text, 0, text.length, random.nextInt(30) == 0 ? TextKeys.UNDECIDABLE : 0);
    }

    private void recipient(TextKeysBuilder builder) {
        boolean wide = random.nextInt(10) == 0;
        long low = random.nextInt(2 * keys) - keys / 4L;
        builder.recipient(wide ? 0x1234_5678_9abcL + random.nextInt(2) : low >> 63, low);
        byte marks = random.nextInt(25) == 0 ? TextKeys.OPTED_OUT : 0;
        if (random.nextInt(15) == 0) {
            builder.keyless(marks);
            return;
        }
        byte[] text = bytes(random.nextInt(20) == 0 ? "no good" : text(random.nextInt(keys)));
        builder.key(text, 0, text.length, marks);
    }

    private IdSet kept() {
        var ids = new IdSetBuilder();
        var fingerprinter = new KeyFingerprinter();
        for (int i = 0; i < 1 + random.nextInt(keys); i++) {
            byte[] text = bytes(wire(text(random.nextInt(keys))));
            fingerprinter.take(text, 0, text.length);
            ids.add(fingerprinter.high(), fingerprinter.low());
        }
        return ids.build();
    }

    private String text(int number) {
        if (key == VISITOR) {
            return number % 7 == 0 ? "9".repeat(34) + "%04d".formatted(number % 10_000) : "%038d".formatted(number);
        }
        return key == PLAIN ? "CRM-" + number : "person" + number + "@example.com";
    }

    private String wire(String text) {
        byte[] out = new byte[KeyTranslator.LONGEST];
        byte[] stored = bytes(text);
        int length = KeyTranslator.storedToWire(key).translate(stored, 0, stored.length, out);
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Row {
        void add(TextKeysBuilder builder);
    }
}
