// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The same people on every side, from a fixed seed.
 *
 * @param count how many, each with one key
 * @param mails whether the keys are e-mail addresses as people type them, which travel hashed; visitor ids otherwise
 */
record Members(int count, boolean mails) {
    /** Behind each id in a row: the trait that its owner gets. */
    static final String SIGNAL = "\td_sid=2345678\n";

    static final long TRAIT = 2_345_678;
    static final long DATA_SOURCE = 14_016;

    private static final long SEED = 20_261_126;
    private static final int DIGITS = 38;
    private static final String[] NAMES = {"Ann", "Bertrand", "chloe.smith", "D.Ortega", "eva-maria.huber"};
    private static final String[] HOSTS = {"Example.com", "mail.example.org", "EXAMPLE.NET"};

    /** Visitor ids. */
    static Members visitors(int count) {
        return new Members(count, false);
    }

    /** As the bridge hands members on: in batches of bytes. Each is another recipient. */
    List<TextKeys> batches() {
        List<TextKeys> batches = new ArrayList<>();
        TextKeysBuilder rows = new TextKeysBuilder();
        long[] recipient = new long[1];
        each(key -> {
            rows.recipient(0, ++recipient[0]).key(key, 0, key.length, (byte) 0);
            if (rows.isFull()) {
                batches.add(rows.build());
            }
        });
        if (rows.size() > 0) {
            batches.add(rows.build());
        }
        return batches;
    }

    /** As {@link #batches}, in the form that travels. */
    List<TextKeys> wire() {
        KeyTranslator translator = KeyTranslator.storedToWire(source().key());
        byte[] wire = new byte[KeyTranslator.LONGEST];
        TextKeysBuilder rows = new TextKeysBuilder();
        List<TextKeys> batches = new ArrayList<>();
        for (TextKeys batch : batches()) {
            for (int row = 0; row < batch.size(); row++) {
                int length = translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
                rows.recipient(batch.recipientHigh(row), batch.recipientLow(row))
                        .key(wire, 0, length, (byte) 0);
            }
            batches.add(rows.build());
        }
        return batches;
    }

    /** Whose ids they are. */
    DataSource source() {
        if (!mails) {
            return DataSource.visitor(DATA_SOURCE);
        }
        return DataSource.builder()
                .id(DATA_SOURCE)
                .mergeRuleDataSourceId(DATA_SOURCE)
                .key(ReconciliationKey.Declared.builder()
                        .field("email")
                        .content(KeyContent.EMAIL)
                        .stored(KeyForm.PLAIN)
                        .wire(KeyForm.SHA256)
                        .build())
                .build();
    }

    /** As people hold them. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        each(key -> texts.add(new String(key, StandardCharsets.US_ASCII)));
        return texts;
    }

    private void each(Consumer<byte[]> taking) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] id = new byte[DIGITS];
        for (int member = 0; member < count; member++) {
            if (mails) {
                taking.accept(mail(random, member));
            } else {
                for (int i = 0; i < DIGITS; i++) {
                    id[i] = (byte) ('0' + random.nextInt(10));
                }
                taking.accept(id);
            }
        }
    }

    /** One in eight has a blank at an end. */
    private static byte[] mail(SplittableRandom random, int member) {
        String mail = NAMES[random.nextInt(NAMES.length)] + "." + member + "@" + HOSTS[random.nextInt(HOSTS.length)];
        String typed = random.nextInt(8) == 0 ? (random.nextBoolean() ? " " + mail : mail + " ") : mail;
        return typed.getBytes(StandardCharsets.US_ASCII);
    }
}
