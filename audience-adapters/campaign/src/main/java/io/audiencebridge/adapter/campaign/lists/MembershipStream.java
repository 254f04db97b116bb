// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.control.Either;

/** Gathers the recipients of rows into batches and has them carried out. Several rows of one recipient, one after the other, are one. Not thread-safe. */
final class MembershipStream {
    private final Memberships memberships;
    private final Change change;
    private final long[] high;
    private final long[] low;
    private int pending;
    private boolean begun;
    private long lastHigh;
    private long lastLow;

    MembershipStream(Memberships memberships, Change change) {
        this.memberships = memberships;
        this.change = change;
        this.high = new long[memberships.most()];
        this.low = new long[memberships.most()];
    }

    Either<BridgeError, Integer> accept(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            long rowHigh = batch.recipientHigh(row);
            long rowLow = batch.recipientLow(row);
            if (rowHigh == 0 && rowLow == 0) {
                return Either.left(BridgeError.InvalidRequest.of(
                        "members", "A list takes recipients, and a row names none; match the keys first"));
            }
            Either<BridgeError, Memberships> taken = take(rowHigh, rowLow);
            if (taken.isLeft()) {
                return Either.left(taken.getLeft());
            }
        }
        return Either.right(batch.size());
    }

    /** One recipient more. */
    Either<BridgeError, Memberships> take(long idHigh, long idLow) {
        if (begun && lastHigh == idHigh && lastLow == idLow) {
            return Either.right(memberships);
        }
        begun = true;
        lastHigh = idHigh;
        lastLow = idLow;
        high[pending] = idHigh;
        low[pending++] = idLow;
        return pending == high.length ? flush() : Either.right(memberships);
    }

    /** Carries out what is left, and looks whether the list is still there if there was anything at all. */
    Either<BridgeError, Memberships> finish() {
        return flush().flatMap(
                        all -> begun ? memberships.stillThere().map(there -> memberships) : Either.right(memberships));
    }

    void abort() {
        pending = 0;
    }

    private Either<BridgeError, Memberships> flush() {
        return memberships.change(change, high, low, pending).map(done -> {
            pending = 0;
            return memberships;
        });
    }
}
