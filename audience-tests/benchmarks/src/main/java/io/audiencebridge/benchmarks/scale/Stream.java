// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.scale;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Rows made while they are read: no files. */
final class Stream implements KeySource {
    private static final int DIGITS = 38;
    private static final int HALF = 19;
    private static final long SEED = 20_261_126;

    private final Multitude multitude;
    private final boolean members;
    private final long end;
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();
    private final byte[] key = new byte[DIGITS];
    private long row;

    /** The rows from {@code row} to {@code end}. */
    Stream(Multitude multitude, boolean members, long row, long end) {
        this.multitude = multitude;
        this.members = members;
        this.row = row;
        this.end = end;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (row < end && !rows.isFull()) {
            if (members) {
                write(multitude.memberKey(row));
            } else {
                rows.recipient(0, row);
                write(multitude.recipientKey(row));
            }
            rows.key(key, 0, DIGITS, (byte) 0);
            row++;
        }
        return Either.right(Option.when(rows.size() > 0, rows::build));
    }

    @Override
    public void close() {}

    private void write(long number) {
        digits(mix(number) & Long.MAX_VALUE, HALF);
        digits(mix(~number) & Long.MAX_VALUE, DIGITS);
    }

    private void digits(long bits, int to) {
        long left = bits;
        for (int at = to - 1; at >= to - HALF; at--) {
            key[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static long mix(long bits) {
        long mixed = (bits + SEED) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }
}
