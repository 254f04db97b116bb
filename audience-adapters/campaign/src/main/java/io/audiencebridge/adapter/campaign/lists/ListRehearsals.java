// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedWrite;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** What a {@link ListWriter} would write into lists, by queries alone. */
public final class ListRehearsals implements WriteRehearsals {
    /** A new list's record is fetched, then stored. */
    private static final int CREATION = 2;

    private final RecipientLists lists;
    private final ListTuning tuning;

    /** Rehearsals of writing {@code lists}. */
    public ListRehearsals(RecipientLists lists, ListTuning tuning) {
        this.lists = lists;
        this.tuning = tuning;
    }

    @Override
    public Either<BridgeError, RehearsedAudience> prepare(AudienceOrder order, Call call) {
        return ListWriter.named(lists, order.title(), call)
                .map(found -> new RehearsedAudience(
                        PreparedAudience.of(found.map(list -> new AudienceRef(order.connection(), list.id()))
                                .getOrElse(() -> RehearsedAudience.address(order.connection()))),
                        found.isEmpty(),
                        found.isEmpty() ? CREATION : 0));
    }

    @Override
    public Either<BridgeError, KeySink<RehearsedWrite>> open(WriteOrder order, Call call) {
        return call.check()
                .flatMap(open -> RehearsedAudience.isNobodys(order.audience())
                        ? Either.right(order.audience())
                        : lists.writable(order.audience(), call).map(list -> order.audience()))
                .map(there -> new Sink(tuning.batchSize()));
    }

    private static final class Sink implements KeySink<RehearsedWrite> {
        private final int batchSize;
        private long rows;

        Sink(int batchSize) {
            this.batchSize = batchSize;
        }

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            rows += batch.size();
            return Either.right(batch.size());
        }

        @Override
        public Either<BridgeError, RehearsedWrite> finish() {
            return Either.right(new RehearsedWrite(rows, Vector.empty(), (rows + batchSize - 1) / batchSize));
        }

        @Override
        public void abort() {
            rows = 0;
        }
    }
}
