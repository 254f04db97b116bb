// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.member.TextKeysBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * As many recipients, and as many members, as wanted, without holding one of them: a thousand kinds of recipient repeat over and over, so that the truth can be counted on one of the
 * thousands, and only whoever draws brings chance into it.
 */
final class People {
    private static final int KINDS = 1_000;
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final int MOST_KEYS = 4;

    private final long recipients;
    private final long strangers;
    private final int[] keys = new int[KINDS];
    private final int[] members = new int[KINDS];
    private final boolean[] borrowing = new boolean[KINDS];
    private final List<int[]> rows = new ArrayList<>();

    /**
     * People.
     *
     * @param recipients how many, in thousands
     * @param present which share of the recipients has a key among the members
     * @param rate which share of the members' rows is to match
     * @param mostKeys of one recipient
     * @param sharing which share of the recipients has the next one's key, too
     */
    People(long recipients, double present, double rate, int mostKeys, double sharing, SplittableRandom random) {
        this.recipients = recipients * KINDS;
        for (int kind = 0; kind < KINDS; kind++) {
            keys[kind] = 1 + random.nextInt(mostKeys);
            members[kind] = random.nextDouble() < present ? 1 + random.nextInt(keys[kind]) : 0;
        }
        for (int kind = 1; kind < KINDS; kind++) {
            borrowing[kind] = !borrowing[kind - 1] && random.nextDouble() < sharing;
            keys[kind] += borrowing[kind] && keys[kind] == 1 && members[kind] > 0 ? 1 : 0;
            members[kind] = borrowing[kind] ? Math.min(members[kind], keys[kind] - 1) : members[kind];
        }
        for (int kind = 0; kind < KINDS; kind++) {
            for (int key = 0; key < members[kind]; key++) {
                rows.add(new int[] {kind, borrowing[kind] ? key + 1 : key});
            }
        }
        long matching = matching();
        this.strangers = matching == 0 ? this.recipients : Math.round(matching * (1 - rate) / rate);
    }

    long recipients() {
        return recipients;
    }

    /** Rows of members. */
    long rows() {
        return matching() + strangers;
    }

    /** The share of the rows that match. */
    double rate() {
        return (double) matching() / rows();
    }

    /** People whom the list would hold. */
    long listed() {
        long hit = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            hit += members[kind] > 0 || (borrowing[kind] && members[kind - 1] > 0) ? 1 : 0;
        }
        return hit * (recipients / KINDS);
    }

    /** Writes a member's row. */
    void member(long row, TextKeysBuilder to) {
        byte[] key;
        if (row < matching()) {
            int[] place = rows.get((int) (row % rows.size()));
            key = key(row / rows.size() * KINDS + place[0], place[1]);
        } else {
            key = text(row - matching(), MOST_KEYS + 1);
        }
        to.recipient(0, 0).key(key, 0, key.length, (byte) 0);
    }

    /** Writes a recipient's rows. */
    void recipient(long recipient, TextKeysBuilder to) {
        for (int key = 0; key < keys[(int) (recipient % KINDS)]; key++) {
            byte[] text = key(recipient, key);
            to.recipient(0, recipient).key(text, 0, text.length, (byte) 0);
        }
    }

    /** The recipients who have the key of a member's row; none of a stranger's. */
    long[] having(long row) {
        if (row >= matching()) {
            return new long[0];
        }
        int[] place = rows.get((int) (row % rows.size()));
        long owner = row / rows.size() * KINDS + place[0];
        boolean lent = place[1] == 0 && place[0] + 1 < KINDS && borrowing[place[0] + 1];
        return lent ? new long[] {owner, owner + 1} : new long[] {owner};
    }

    private long matching() {
        return rows.size() * (recipients / KINDS);
    }

    private byte[] key(long recipient, int key) {
        return key == 0 && borrowing[(int) (recipient % KINDS)] ? text(recipient - 1, 0) : text(recipient, key);
    }

    /** 38 digits that look like anything. */
    private static byte[] text(long number, int key) {
        byte[] digits = new byte[38];
        write((mix(number * 8 + key) >>> 1), digits, 0);
        write((mix(number * 8 + key + ODD) >>> 1), digits, 19);
        return digits;
    }

    private static long mix(long bits) {
        long mixed = ((bits * ODD) ^ ((bits * ODD) >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private static void write(long half, byte[] out, int from) {
        long rest = half;
        for (int i = from + 18; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
