// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Chooses the delivery to read. The newest full one decides, also while it is incomplete: an older one would bring back who left since (SEMANTICS S7). */
final class OutboundChoice {
    private final DataSource dataSource;
    private final boolean firstIncrementIsFull;

    OutboundChoice(DataSource dataSource, boolean firstIncrementIsFull) {
        this.dataSource = dataSource;
        this.firstIncrementIsFull = firstIncrementIsFull;
    }

    /** The delivery to read, none when nothing was delivered yet. Left: there are only increments (SEMANTICS S6), or two deliveries to choose from. */
    Either<BridgeError, Option<OutboundSet>> among(Seq<OutboundName> names) {
        Seq<OutboundSet> all =
                names.groupBy(OutboundName::root).values().map(OutboundSet::new).toVector();
        Seq<OutboundSet> ours = all.filter(set -> set.isOf(dataSource.id()));
        Seq<OutboundSet> sets = ours.isEmpty() ? all : ours;
        Seq<OutboundSet> full = sets.filter(OutboundSet::isFull);
        return full.isEmpty() ? increment(sets) : newest(full);
    }

    private static Either<BridgeError, Option<OutboundSet>> newest(Seq<OutboundSet> full) {
        long stamp = full.map(OutboundSet::stamp).max().get();
        Seq<OutboundSet> newest = full.filter(set -> set.stamp() == stamp);
        if (newest.size() > 1) {
            return Either.left(BridgeError.Conflict.of("Several deliveries carry the same stamp: "
                    + newest.map(OutboundSet::root).sorted().mkString(", ")
                    + "; set audienceManager.outboundPrefix so that only one destination's files are looked at"));
        }
        return Either.right(newest.headOption());
    }

    private Either<BridgeError, Option<OutboundSet>> increment(Seq<OutboundSet> increments) {
        if (increments.isEmpty() || (firstIncrementIsFull && increments.size() == 1)) {
            return Either.right(increments.headOption());
        }
        return Either.left(
                BridgeError.InvalidRequest.of(
                        "dataSource.destinationId",
                        "Destination " + dataSource.destinationId().orElse(0) + " delivered only incremental files ("
                                + increments.size() + ", one of them "
                                + increments.head().root()
                                + "), which change a membership that is not known here; have Audience Manager deliver a full file"
                                + (firstIncrementIsFull
                                        ? ""
                                        : ", or, if it is the first delivery ever, set audienceManager.outboundFirstIncrementIsFull (SEMANTICS S6)")));
    }
}
