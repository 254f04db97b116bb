// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** The row that is being written: of whom it is, and the segments to be named in it. One object serves all rows. */
final class OutboundRow {
    /** A segment in the rows. */
    static final class Column {
        private final byte[] sid;
        private final byte[] alias;
        private final BitSet named;
        private final BitSet left;

        /**
         * A segment.
         *
         * @param alias what names it in the files
         * @param named in whose rows it stands as current
         * @param left in whose rows it stands as left
         */
        Column(long sid, String alias, BitSet named, BitSet left) {
            this.sid = Long.toString(sid).getBytes(StandardCharsets.UTF_8);
            this.alias = alias.getBytes(StandardCharsets.UTF_8);
            this.named = named;
            this.left = left;
        }

        byte[] sid() {
            return sid;
        }

        byte[] alias() {
            return alias;
        }
    }

    private final Column[] columns;
    private final int[] current;
    private final int[] removed;
    private int currentCount;
    private int removedCount;
    private int id;
    private int item;
    private long trait;
    private long realized;

    OutboundRow(List<Column> columns) {
        this.columns = columns.toArray(new Column[0]);
        this.current = new int[columns.size()];
        this.removed = new int[columns.size()];
    }

    /** All who have a row. */
    BitSet named() {
        BitSet named = new BitSet();
        for (Column column : columns) {
            named.or(column.named);
            named.or(column.left);
        }
        return named;
    }

    /** Turns to the row of an id. */
    void of(int number) {
        id = number;
        currentCount = 0;
        removedCount = 0;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].named.get(number)) {
                current[currentCount++] = i;
            } else if (columns[i].left.get(number)) {
                removed[removedCount++] = i;
            }
        }
    }

    /** The number of its id in the destination's data source. */
    int id() {
        return id;
    }

    int count(boolean left) {
        return left ? removedCount : currentCount;
    }

    /** Turns to a segment of the row. */
    void item(boolean left, int number) {
        item = left ? removed[number] : current[number];
        trait = 0;
    }

    /** The segment at hand. */
    Column segment() {
        return columns[item];
    }

    /** Turns to a trait of the row, realized at a time in seconds. */
    void trait(long sid, long seconds) {
        trait = sid;
        realized = seconds;
    }

    /** The trait at hand; 0 for none. */
    long trait() {
        return trait;
    }

    long realized() {
        return realized;
    }
}
