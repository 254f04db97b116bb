// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The rows of one batch over and over, copied into batches that are used again, as a reader of files does; the same keys each time, or others. */
final class Repeated implements KeySource {
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();
    private final TextKeys batch;
    private final boolean distinct;
    private final byte[] key = new byte[KeyTranslator.LONGEST];
    private int left;

    private Repeated(TextKeys batch, int batches, boolean distinct) {
        this.batch = batch;
        this.left = batches;
        this.distinct = distinct;
    }

    /** {@code batches} times the rows of {@code batch}. */
    static Repeated same(TextKeys batch, int batches) {
        return new Repeated(batch, batches, false);
    }

    /** As many rows, no two of one key: the first digits tell the batch. */
    static Repeated distinct(TextKeys batch, int batches) {
        return new Repeated(batch, batches, true);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        if (left == 0) {
            return Either.right(Option.none());
        }
        left--;
        for (int row = 0; row < batch.size(); row++) {
            int length = batch.end(row) - batch.start(row);
            System.arraycopy(batch.text(), batch.start(row), key, 0, length);
            if (distinct) {
                number(left);
            }
            rows.recipient(batch.recipientHigh(row), batch.recipientLow(row)).key(key, 0, length, (byte) 0);
        }
        return Either.right(Option.some(rows.build()));
    }

    @Override
    public void close() {}

    private void number(int number) {
        int digits = number;
        for (int at = 3; at >= 0; at--) {
            key[at] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
    }
}
