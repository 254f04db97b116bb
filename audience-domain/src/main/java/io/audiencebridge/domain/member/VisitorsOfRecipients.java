// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import io.audiencebridge.domain.identity.Ecid;
import java.util.Arrays;

/**
 * Visitor ids by recipient: some 60 bytes an id, no object an id. A recipient's ids form a chain, which {@link #first} begins and {@link #next} goes on with. Not
 * thread-safe.
 */
public final class VisitorsOfRecipients {
    /** The end of a chain. */
    public static final int NONE = -1;

    private static final int SMALLEST = 1024;

    private long[] recipients = new long[2 * SMALLEST];
    private long[] visitors = new long[2 * SMALLEST];
    private byte[] marks = new byte[SMALLEST];
    private int[] chain = new int[SMALLEST];
    private int[] table = empty(2 * SMALLEST);
    private int size;

    /** Nobody yet. */
    public VisitorsOfRecipients() {}

    /** Adds what a row says: a visitor id in {@code id[0, 38)}, or with a mark of {@link TextKeys} that there is none to be used; then {@code id} is not looked at. */
    public void add(long recipientHigh, long recipientLow, byte[] id, byte mark) {
        room();
        recipients[2 * size] = recipientHigh;
        recipients[2 * size + 1] = recipientLow;
        visitors[2 * size] = mark == 0 ? Ecid.high(id, 0) : 0;
        visitors[2 * size + 1] = mark == 0 ? Ecid.low(id, 0) : 0;
        marks[size] = mark;
        enter(size++);
    }

    /** The row of the recipient that was added last, or {@link #NONE}. */
    public int first(long recipientHigh, long recipientLow) {
        return table[slot(recipientHigh, recipientLow)];
    }

    /** The row of the same recipient that was added before, or {@link #NONE}. */
    public int next(int row) {
        return chain[row];
    }

    /** The row's mark; 0 when it has a visitor id. */
    public byte mark(int row) {
        return marks[row];
    }

    /** Writes the 38 digits of the row's visitor id into {@code out}. */
    public void write(int row, byte[] out) {
        Ecid.write(visitors[2 * row], visitors[2 * row + 1], out);
    }

    private void enter(int row) {
        int slot = slot(recipients[2 * row], recipients[2 * row + 1]);
        chain[row] = table[slot];
        table[slot] = row;
    }

    private int slot(long high, long low) {
        long mixed = (high * 0x9E3779B97F4A7C15L + low) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (mixed >>> 32) & (table.length - 1);
        while (table[slot] != NONE && (recipients[2 * table[slot]] != high || recipients[2 * table[slot] + 1] != low)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void room() {
        if (size < marks.length) {
            return;
        }
        int more = size * 2;
        recipients = Arrays.copyOf(recipients, 2 * more);
        visitors = Arrays.copyOf(visitors, 2 * more);
        marks = Arrays.copyOf(marks, more);
        chain = Arrays.copyOf(chain, more);
        table = empty(2 * more);
        for (int row = 0; row < size; row++) {
            enter(row);
        }
    }

    private static int[] empty(int slots) {
        int[] table = new int[slots];
        Arrays.fill(table, NONE);
        return table;
    }
}
