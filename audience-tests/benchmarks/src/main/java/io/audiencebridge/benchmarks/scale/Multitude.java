// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.scale;

/**
 * Members and recipients of whom it is known by arithmetic who matches: one of 50 members is the one before once more, every 100th recipient has the key of the one before,
 * and the last 60% of the members' keys are the first recipients'.
 *
 * @param members rows of members
 * @param recipients rows of recipients
 */
record Multitude(long members, long recipients) {
    private static final int REPEATED = 50;
    private static final int SHARED = 100;

    long memberKey(long row) {
        return isRepeated(row) ? row - 1 : row;
    }

    long recipientKey(long row) {
        return (isShared(row) ? row - 1 : row) + first();
    }

    /** Members' keys, each once. */
    long distinct() {
        return members - (members + REPEATED / 2 - 1) / REPEATED;
    }

    /** What matching must find: matched, ambiguous, unmatched, repeated, people, the sum of their ids. */
    String expected() {
        long matched = 0;
        long ambiguous = 0;
        long unmatched = 0;
        long repeated = 0;
        long people = 0;
        long sum = 0;
        for (long key = 0; key < members; key++) {
            long owner = key - first();
            boolean owned = owner >= 0 && owner < recipients && !isShared(owner);
            boolean twice = owned && isShared(owner + 1) && owner + 1 < recipients;
            if (isRepeated(key)) {
                repeated++;
            } else if (twice) {
                ambiguous++;
                people += 2;
                sum += 2 * owner + 1;
            } else if (owned) {
                matched++;
                people++;
                sum += owner;
            } else {
                unmatched++;
            }
        }
        return told(matched, ambiguous, unmatched, repeated, people, sum);
    }

    static String told(long matched, long ambiguous, long unmatched, long repeated, long people, long sum) {
        return "matched " + matched + ", ambiguous " + ambiguous + ", unmatched " + unmatched + ", repeated " + repeated
                + ", people " + people + ", sum of ids " + sum;
    }

    private long first() {
        return members * 2 / 5;
    }

    private static boolean isRepeated(long row) {
        return row % REPEATED == REPEATED / 2;
    }

    private static boolean isShared(long row) {
        return row > 0 && row % SHARED == 0;
    }
}
