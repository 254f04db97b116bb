// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * Changes a list's members, some hundred a call. What was written stays written after an abort or a failure: the same change again ends in the state that an
 * undisturbed one would have left, since every call may be repeated.
 */
final class MembershipSink implements KeySink<WriteSummary> {
    private final Memberships memberships;
    private final WriteOrder.Change change;
    private final Call call;
    private final long[] high;
    private final long[] low;
    private int pending;
    private long written;

    MembershipSink(Memberships memberships, WriteOrder.Change change, int batchSize, Call call) {
        this.memberships = memberships;
        this.change = change;
        this.call = call;
        this.high = new long[batchSize];
        this.low = new long[batchSize];
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.recipientHigh(row) == 0 && batch.recipientLow(row) == 0) {
                return Either.left(BridgeError.InvalidRequest.of(
                        "members", "A list takes recipients, and a row names none; match the keys first"));
            }
            if (row > 0 && batch.sameRecipient(row, row - 1)) {
                continue;
            }
            high[pending] = batch.recipientHigh(row);
            low[pending++] = batch.recipientLow(row);
            if (pending == high.length) {
                Either<BridgeError, Long> flushed = flush();
                if (flushed.isLeft()) {
                    return Either.left(flushed.getLeft());
                }
            }
        }
        return Either.right(batch.size());
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return flush().map(rows -> new WriteSummary(rows, Vector.empty()));
    }

    @Override
    public void abort() {
        pending = 0;
    }

    private Either<BridgeError, Long> flush() {
        if (pending == 0) {
            return Either.right(written);
        }
        return call.check().flatMap(open -> write()).map(done -> {
            written += pending;
            pending = 0;
            return written;
        });
    }

    private Either<BridgeError, Boolean> write() {
        return change == WriteOrder.Change.ADD
                ? memberships.add(high, low, pending, call)
                : memberships.remove(high, low, pending, call);
    }
}
