// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.error.BridgeError;

/**
 * How pages of records follow each other: each behind the key of the last whole record, so that records that come or go meanwhile shift nothing. Keys are
 * numbers, negative ones too, so that there is no lower bound at first; or UUIDs. Where the server refuses to compare UUIDs, the page begins at the line
 * of the last whole record instead; if that line shows a record further on, some before it are gone, and it goes back until it meets one that is known.
 * Not thread-safe.
 */
public final class Paging {
    private final boolean descending;
    private long high;
    private long low;
    private boolean begun;
    private boolean byLine;
    private long start;
    private long line;
    private long back;

    /** Before the first page. */
    public Paging(boolean descending) {
        this.descending = descending;
    }

    /** What a record is, compared with the last whole one. */
    public enum Place {
        /** It comes next. */
        AHEAD,
        /** It was there already, which is in order. */
        KNOWN,
        /** The server goes back, or in circles. */
        BACKWARDS,
        /** Records may have been passed over: ask again. */
        SKIPPED
    }

    /** Whether there is a last whole record that the next page begins behind by its key. */
    public boolean isBehind() {
        return begun && !byLine;
    }

    /** The first half of the last whole record's key. */
    public long high() {
        return high;
    }

    /** The second half of the last whole record's key. */
    public long low() {
        return low;
    }

    /** Begins a page: says the line at which it starts. */
    public long turn() {
        start = byLine ? Math.max(0, line - back) : 0;
        return start;
    }

    /** Lines of the page begun that were read before, at least. */
    public long repeated() {
        return byLine ? line - start + 1 : 0;
    }

    /**
     * Where the record with that key stands.
     *
     * @param first whether it is the first one of its page
     */
    public Place place(boolean first, long keyHigh, long keyLow) {
        if (!begun) {
            return Place.AHEAD;
        }
        boolean numbers = Keyset.isNumber(keyHigh, keyLow);
        int order = order(numbers, keyHigh, keyLow);
        boolean ahead = descending ? order < 0 : order > 0;
        if (!byLine) {
            return ahead ? Place.AHEAD : Place.BACKWARDS;
        }
        if (!ahead) {
            return Place.KNOWN;
        }
        return first && start > 0 ? Place.SKIPPED : Place.AHEAD;
    }

    /**
     * Says that a record was read to its end.
     *
     * @param firstLine the line where it began, counted in its page
     */
    public void whole(long keyHigh, long keyLow, long firstLine) {
        line = start + firstLine;
        back = 0;
        high = keyHigh;
        low = keyLow;
        begun = true;
    }

    /** Goes back further, since the line of the last record shows another one. */
    public void stepBack() {
        back = Math.max(1, back * 2);
    }

    /** Whether {@code error} may be the refusal to compare UUIDs; if so, pages follow each other by line from now on. */
    public boolean canFallBack(BridgeError error) {
        boolean refused = error instanceof BridgeError.InvalidRequest && isBehind() && !Keyset.isNumber(high, low);
        byLine |= refused;
        return refused;
    }

    /** Where both kinds of keys stand in one table, numbers come before UUIDs. */
    private int order(boolean number, long keyHigh, long keyLow) {
        if (number != Keyset.isNumber(high, low)) {
            return number ? -1 : 1;
        }
        return number ? Long.compare(keyLow, low) : unsigned(keyHigh, keyLow);
    }

    private int unsigned(long keyHigh, long keyLow) {
        return keyHigh == high ? Long.compareUnsigned(keyLow, low) : Long.compareUnsigned(keyHigh, high);
    }
}
