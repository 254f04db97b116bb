// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/** The recipient whose rows are being read, and what was counted of those before. Not thread-safe. */
final class OneRecipient {
    /** More keys of one recipient are not told apart. */
    private static final int MOST_KEYS = 64;

    private final long[] high = new long[MOST_KEYS];
    private final long[] low = new long[MOST_KEYS];
    private final long[] linksByKeys = new long[MOST_KEYS + 1];
    private long idHigh;
    private long idLow;
    private boolean there;
    private boolean out;
    private boolean passing;
    private int block;
    private int keys;
    private long people;
    private long hitPeople;
    private long twins;
    private double squares;
    private long most = 1;

    /** Whether it is somebody, and that one. */
    boolean is(long recipientHigh, long recipientLow) {
        return there && idHigh == recipientHigh && idLow == recipientLow;
    }

    void begin(long recipientHigh, long recipientLow, int inBlock) {
        idHigh = recipientHigh;
        idLow = recipientLow;
        block = inBlock;
        keys = 0;
        out = false;
        passing = false;
        there = true;
        people++;
    }

    /** Is somebody who was counted before. */
    void pass(long recipientHigh, long recipientLow) {
        idHigh = recipientHigh;
        idLow = recipientLow;
        keys = 0;
        passing = true;
        there = true;
    }

    /** Opted out. */
    void optedOut() {
        out = true;
    }

    /** Has that key; whether it was new. */
    boolean add(long keyHigh, long keyLow) {
        if (passing) {
            return false;
        }
        for (int i = 0; i < keys; i++) {
            if (high[i] == keyHigh && low[i] == keyLow) {
                return false;
            }
        }
        if (keys == MOST_KEYS) {
            return false;
        }
        high[keys] = keyHigh;
        low[keys++] = keyLow;
        return true;
    }

    /** Links the recipient's keys with those held, and forgets whoever it was. */
    void leave(HeldKeys held, Blocks blocks) {
        if (!there) {
            return;
        }
        int hits = 0;
        for (int i = 0; i < keys; i++) {
            int at = held.find(high[i], low[i]);
            if (at != HeldKeys.NONE && out) {
                held.suppress(at);
            } else if (at != HeldKeys.NONE && held.links(at) >= 0) {
                held.link(at);
                hits++;
            }
        }
        there = false;
        if (hits > 0) {
            hitPeople++;
            linksByKeys[keys] += hits;
            twins += hits * (hits - 1L) / 2;
            squares += (double) hits * hits;
            most = Math.max(most, hits);
            blocks.hit(block, hits);
        }
    }

    long[] linksByKeys() {
        return linksByKeys.clone();
    }

    long people() {
        return people;
    }

    long hitPeople() {
        return hitPeople;
    }

    long twins() {
        return twins;
    }

    double squares() {
        return squares;
    }

    long most() {
        return most;
    }
}
