// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** The rows of a list that was read once, as long as they are few enough to be held until they are needed again. Not thread-safe. */
final class HeldRows {
    /** Of a row besides its key: recipient, place and marks. */
    private static final int ROW_BYTES = 2 * Long.BYTES + Integer.BYTES + 1;

    private final long most;
    private final List<TextKeys> batches = new ArrayList<>();
    private long bytes;

    /** Holds up to {@code most} bytes. */
    HeldRows(long most) {
        this.most = most;
    }

    /** Takes a batch that nobody else reads any more. */
    void take(TextKeys batch) {
        bytes += batch.text().length + (long) ROW_BYTES * batch.size();
        if (bytes > most) {
            batches.clear();
            batch.giveBack();
        } else {
            batches.add(batch);
        }
    }

    /** All rows, in the order in which they were read; none if they were too many. To be asked for once. */
    Option<KeySource> again() {
        return Option.when(bytes <= most, () -> new Again(batches));
    }

    private static final class Again implements KeySource {
        private final List<TextKeys> batches;
        private int next;

        Again(List<TextKeys> batches) {
            this.batches = batches;
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return Either.right(next < batches.size() ? Option.some(batches.get(next++)) : Option.none());
        }

        @Override
        public void close() {
            batches.clear();
        }
    }
}
