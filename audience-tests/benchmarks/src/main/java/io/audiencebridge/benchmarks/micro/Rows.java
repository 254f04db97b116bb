// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Batches of keys from a fixed seed. */
final class Rows {
    /** Rows of one batch. */
    static final int BATCH = TextKeysBuilder.USUAL_ROWS;

    private static final long SEED = 20_261_126;
    private static final int VISITOR_DIGITS = 38;
    private static final int HASH_DIGITS = 64;

    private Rows() {}

    /** Visitor ids; {@code seed} decides which. */
    static TextKeys visitors(int seed) {
        return digits(seed, VISITOR_DIGITS, "0123456789");
    }

    /** SHA-256 hashes as text. */
    static TextKeys hashes() {
        return digits(0, HASH_DIGITS, "0123456789abcdef");
    }

    /** E-mail addresses as people type them. */
    static TextKeys mails() {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int row = 0; row < BATCH; row++) {
            byte[] mail = (row % 8 == 0 ? " " : "")
                    .concat("Ann.Other." + row + "@Example.com")
                    .getBytes(StandardCharsets.US_ASCII);
            rows.recipient(0, row).key(mail, 0, mail.length, (byte) 0);
        }
        return rows.build();
    }

    private static TextKeys digits(int seed, int length, String alphabet) {
        SplittableRandom random = new SplittableRandom(SEED + seed);
        TextKeysBuilder rows = new TextKeysBuilder();
        byte[] key = new byte[length];
        for (int row = 0; row < BATCH; row++) {
            for (int i = 0; i < length; i++) {
                key[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            rows.recipient(0, row).key(key, 0, length, (byte) 0);
        }
        return rows.build();
    }
}
