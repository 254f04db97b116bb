// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Option;
import java.util.Arrays;

/** Batches of rows that are not what they should be. */
final class RowFaults {
    private RowFaults() {}

    /** Whether it is the answer of a source: some batch, or none. */
    static boolean isRows(Object given) {
        return given instanceof Option<?> batch && batch.exists(TextKeys.class::isInstance);
    }

    static Object unmarked(Object given) {
        return copied(given, 1, (rows, row, builder) -> add(rows, row, builder, (byte) 0, 0));
    }

    static Object garbled(Object given) {
        return copied(given, 1, (rows, row, builder) -> add(rows, row, builder, marks(rows, row), 1));
    }

    /** The first row {@code times} times, all others once. */
    static Object first(Object given, int times) {
        return copied(given, times, (rows, row, builder) -> add(rows, row, builder, marks(rows, row), 0));
    }

    private static Object copied(Object given, int firstRow, Copying copying) {
        if (!isRows(given)) {
            return given;
        }
        TextKeys rows = (TextKeys) ((Option<?>) given).get();
        TextKeysBuilder builder = new TextKeysBuilder();
        for (int row = 0; row < rows.size(); row++) {
            for (int time = 0; time < (row == 0 ? firstRow : 1); time++) {
                copying.copy(rows, row, builder);
            }
        }
        return Option.some(builder.build());
    }

    private static byte marks(TextKeys rows, int row) {
        int marks = 0;
        for (byte mark : new byte[] {TextKeys.OPTED_OUT, TextKeys.LEAVING, TextKeys.UNDECIDABLE}) {
            marks |= rows.has(row, mark) ? mark : 0;
        }
        return (byte) marks;
    }

    private static void add(TextKeys rows, int row, TextKeysBuilder builder, byte marks, int change) {
        builder.recipient(rows.recipientHigh(row), rows.recipientLow(row));
        if (rows.has(row, TextKeys.KEYLESS)) {
            builder.keyless(marks);
            return;
        }
        byte[] key = Arrays.copyOfRange(rows.text(), rows.start(row), rows.end(row));
        if (key.length > 0) {
            key[key.length - 1] ^= (byte) change;
        }
        builder.key(key, 0, key.length, marks);
    }

    /** Copies a row. */
    private interface Copying {
        void copy(TextKeys rows, int row, TextKeysBuilder builder);
    }
}
