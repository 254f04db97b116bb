// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
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
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PackingSource;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A few made-up members and recipients: every kind of key and of row, many collisions. The same seed gives the same world. */
final class EngineWorld {
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final ReconciliationKey PLAIN =
            ReconciliationKey.Declared.builder().field("id").build();
    private static final ReconciliationKey HASHED = ReconciliationKey.Declared.builder()
            .field("email")
            .content(KeyContent.EMAIL)
            .wire(KeyForm.SHA256)
            .build();
    private static final ReconciliationKey ENCRYPTED = ReconciliationKey.Declared.builder()
            .field("id")
            .wire(KeyForm.ENCRYPTED)
            .cipher(DeclaredIdCipher.of("made up", Secret.of("0123456789abcdef".repeat(2)), Secret.of("a0".repeat(16)))
                    .get())
            .build();
    /** Every kind of key. */
    static final List<ReconciliationKey> KINDS = List.of(VISITOR, PLAIN, HASHED, ENCRYPTED);

    private static final List<AmbiguityPolicy> POLICIES =
            List.of(AmbiguityPolicy.ALL, AmbiguityPolicy.NONE, AmbiguityPolicy.FIRST);

    /** More keys, and numbers of recipients, than a world has. */
    private static final int SPAN = 10_000;

    private final Random random;
    private final ReconciliationKey key;
    private final long first;
    private final int keys;
    private final List<TextKeys> members = new ArrayList<>();
    private final List<TextKeys> recipients = new ArrayList<>();
    private final IdSet kept;
    private final AmbiguityPolicy policy;
    private final boolean packed;

    EngineWorld(long seed) {
        this(seed, KINDS.get((int) (seed % KINDS.size())), 0);
    }

    /** A world whose keys and recipients no world of another {@code place} has. */
    EngineWorld(long seed, ReconciliationKey key, int place) {
        this.random = new Random(seed);
        this.packed = seed % 5 == 0;
        this.key = key;
        this.first = (long) place * SPAN;
        this.keys = 1 + random.nextInt(random.nextInt(8) == 0 ? 1000 : 40);
        this.policy = POLICIES.get(random.nextInt(POLICIES.size()));
        this.kept = random.nextInt(3) == 0 ? kept() : IdSet.EMPTY;
        fill(members, this::member);
        fill(recipients, this::recipient);
    }

    /** The task, with sources of its own each time. */
    MatchTask task() {
        KeySource rows = new RowSource(recipients);
        return MatchTask.builder()
                .key(key)
                .members(new RowSource(members))
                .recipients(packed ? new PackingSource(rows, key, kept.size() > 0) : rows)
                .packedRecipients(packed)
                .keptMembers(kept)
                .ambiguity(policy)
                .build();
    }

    /** The members' rows. */
    List<TextKeys> members() {
        return members;
    }

    /** The recipients' rows. */
    List<TextKeys> recipients() {
        return recipients;
    }

    /** The members known by fingerprints. */
    IdSet keptMembers() {
        return kept;
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
        byte[] text = random.nextInt(20) == 0 ? bytes("no good") : wire(text(random.nextInt(keys)));
        builder.key(text, 0, text.length, random.nextInt(30) == 0 ? TextKeys.UNDECIDABLE : 0);
    }

    private void recipient(TextKeysBuilder builder) {
        boolean wide = random.nextInt(10) == 0;
        long low = first + random.nextInt(2 * keys) - keys / 4L;
        builder.recipient(wide ? 0x1234_5678_9abcL * (random.nextInt(3) - 1) : low >> 63, low);
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
            byte[] text = wire(text(random.nextInt(keys)));
            fingerprinter.take(text, 0, text.length);
            ids.add(fingerprinter.high(), fingerprinter.low());
        }
        return ids.build();
    }

    private String text(int which) {
        long number = first + which;
        if (key == VISITOR) {
            return which % 7 == 0 ? "9".repeat(24) + "%014d".formatted(number) : "%038d".formatted(number);
        }
        return key == HASHED ? "person" + number + "@example.com" : "CRM-" + number;
    }

    private byte[] wire(String text) {
        byte[] out = new byte[KeyTranslator.LONGEST];
        byte[] stored = bytes(text);
        int length = KeyTranslator.storedToWire(key).translate(stored, 0, stored.length, out);
        return Arrays.copyOf(out, length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Row {
        void add(TextKeysBuilder builder);
    }
}
