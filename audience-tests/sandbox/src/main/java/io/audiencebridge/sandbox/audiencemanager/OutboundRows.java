// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * Writes default rows: an id, its current segments, and those it left, in columns with one space between them. An empty
 * current list before a left segment so leaves two spaces in a row; without a left segment there is no third column.
 * Source: audience-manager.md, section 5.2 and correction X1.
 */
final class OutboundRows {
    private final IdTable ids;
    private final List<Column> columns;
    private byte[] row = new byte[4096];
    private int end;

    /** A segment in the rows. */
    static final class Column {
        private final byte[] token;
        private final BitSet current;
        private final BitSet left;

        /**
         * A segment.
         *
         * @param token the mapping's alias, or the segment's number
         * @param current those who are in it
         * @param before those who were in it in the file before
         */
        Column(String token, BitSet current, BitSet before) {
            this.token = token.getBytes(StandardCharsets.UTF_8);
            this.current = current;
            left = (BitSet) before.clone();
            left.andNot(current);
        }
    }

    OutboundRows(IdTable ids, List<Column> columns) {
        this.ids = ids;
        this.columns = columns;
    }

    /** Writes all rows and says how many. */
    long write(OutputStream out) throws IOException {
        BitSet named = new BitSet();
        columns.forEach(column -> {
            named.or(column.current);
            named.or(column.left);
        });
        long rows = 0;
        for (int id = named.nextSetBit(0); id >= 0; id = named.nextSetBit(id + 1)) {
            compose(id);
            out.write(row, 0, end);
            rows++;
        }
        return rows;
    }

    private void compose(int id) {
        end = 0;
        room(ids.length(id));
        end += ids.copy(id, row, 0);
        put((byte) ' ');
        list(id, false);
        if (columns.stream().anyMatch(column -> column.left.get(id))) {
            put((byte) ' ');
            list(id, true);
        }
        put((byte) '\n');
    }

    private void list(int id, boolean left) {
        boolean first = true;
        for (Column column : columns) {
            if ((left ? column.left : column.current).get(id)) {
                if (!first) {
                    put((byte) ',');
                }
                first = false;
                room(column.token.length);
                System.arraycopy(column.token, 0, row, end, column.token.length);
                end += column.token.length;
            }
        }
    }

    private void put(byte value) {
        room(1);
        row[end++] = value;
    }

    private void room(int length) {
        if (end + length > row.length) {
            row = java.util.Arrays.copyOf(row, Math.max(end + length, row.length * 2));
        }
    }
}
