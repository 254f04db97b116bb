// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** A sink of pairs that is opened at the first pair: a synchronisation with nothing new writes no file. */
final class LazyPairs {
    private final IdSyncs syncs;
    private final IdSyncWrite order;
    private final Call call;
    private @Nullable IdPairSink opened;

    LazyPairs(IdSyncs syncs, IdSyncWrite order, Call call) {
        this.syncs = syncs;
        this.order = order;
        this.call = call;
    }

    /** Writes the pairs that wait in {@code sorter}. */
    Either<BridgeError, Integer> accept(PairSorter sorter) {
        TextKeys visitorIds = sorter.takeVisitorIds();
        TextKeys declaredIds = sorter.takeDeclaredIds();
        return visitorIds.size() == 0 ? Either.right(0) : sink().flatMap(sink -> sink.accept(visitorIds, declaredIds));
    }

    Either<BridgeError, WriteSummary> finish() {
        return opened == null ? Either.right(new WriteSummary(0, Vector.empty())) : opened.finish();
    }

    void abort() {
        if (opened != null) {
            opened.abort();
        }
    }

    private Either<BridgeError, IdPairSink> sink() {
        return opened == null ? syncs.open(order, call).peek(sink -> opened = sink) : Either.right(opened);
    }
}
