// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

/**
 * Where a process is killed.
 *
 * @param kind before or after a write of the journal, after some milliseconds, or never
 * @param number which write, counted from one, or how many milliseconds
 */
record KillPoint(Kind kind, int number) {
    static final KillPoint NEVER = new KillPoint(Kind.NEVER, 0);

    /** What a point is counted by. */
    enum Kind {
        BEFORE,
        AFTER,
        MILLISECONDS,
        NEVER
    }

    static KillPoint parse(String text) {
        String[] parts = text.split(":", 2);
        return new KillPoint(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean isBefore(int write) {
        return kind == Kind.BEFORE && number == write;
    }

    boolean isAfter(int write) {
        return kind == Kind.AFTER && number == write;
    }

    @Override
    public String toString() {
        return kind + ":" + number;
    }
}
