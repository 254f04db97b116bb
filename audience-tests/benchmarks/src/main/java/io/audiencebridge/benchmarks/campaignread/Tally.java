// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What all rows come to. */
abstract class Tally {
    private long rows;

    void add(long id, String email) {
        rows++;
        take(id, email);
    }

    final long rows() {
        return rows;
    }

    abstract void take(long id, String email);

    abstract String check();

    /** A digest of every id and e-mail, in order. */
    static final class Digest extends Tally {
        private final MessageDigest digest = sha256();

        @Override
        void take(long id, String email) {
            digest.update((id + "\t" + email + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String check() {
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The sum of ids and of lengths, which costs next to nothing. */
    static final class Sum extends Tally {
        private long ids;
        private long lengths;

        @Override
        void take(long id, String email) {
            ids += id;
            lengths += email.length();
        }

        @Override
        String check() {
            return ids + ":" + lengths;
        }
    }
}
