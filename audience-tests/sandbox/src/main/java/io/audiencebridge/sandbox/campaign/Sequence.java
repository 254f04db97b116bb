// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** The numbers that records get: 32 bits with a sign, as in v7; after the largest comes the smallest, and there is no 0. */
final class Sequence {
    private final int start;
    private int next;

    Sequence(int start) {
        this.start = start;
        restart();
    }

    int next() {
        if (next == 0) {
            next = 1;
        }
        return next++;
    }

    /** The number that comes next. */
    int peek() {
        return next;
    }

    /** Goes on after a number; one that has no follower within 32 bits changes nothing. */
    void skip(long number) {
        if (number >= next && number < Integer.MAX_VALUE) {
            next = (int) number + 1;
        }
    }

    void restart() {
        next = start;
    }
}
