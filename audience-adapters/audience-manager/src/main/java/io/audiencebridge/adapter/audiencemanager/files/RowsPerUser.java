// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import java.util.Arrays;

/**
 * Whether a user has 200 rows in a file already, in 4 MiB whatever the number of users: four counters a user, each shared with a few others, of which the
 * smallest is never too small. A user with fewer rows is taken for one with 200 only if four others with that many share all of the counters, which among
 * 1,000 such users happens to one in 10^12; the row is then rejected and counted, never lost in silence.
 */
final class RowsPerUser {
    /** UNVERIFIED: whether Audience Manager counts in a file or in a job; the documents name no scope, a file is taken. */
    static final int MOST = 200;

    private static final int TABLES = 4;
    private static final int SLOTS = 1 << 20;

    private final byte[] counters = new byte[TABLES * SLOTS];
    private final long seed;

    RowsPerUser(long seed) {
        this.seed = seed;
    }

    /** Counts a row of {@code user}; false when there are enough. */
    boolean add(byte[] user, int length) {
        long hash = Mixing.of(user, length, seed);
        long step = Mixing.finish(hash) | 1;
        int fewest = MOST;
        for (int table = 0; table < TABLES; table++) {
            fewest = Math.min(fewest, counters[slot(hash + table * step, table)] & 0xff);
        }
        if (fewest == MOST) {
            return false;
        }
        for (int table = 0; table < TABLES; table++) {
            int slot = slot(hash + table * step, table);
            if ((counters[slot] & 0xff) == fewest) {
                counters[slot]++;
            }
        }
        return true;
    }

    /** A new file begins. */
    void reset() {
        Arrays.fill(counters, (byte) 0);
    }

    private static int slot(long hash, int table) {
        return table * SLOTS + (int) (Mixing.finish(hash) >>> (Long.SIZE - Integer.numberOfTrailingZeros(SLOTS)));
    }
}
