// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Chooses the delivery to read as a whole. The newest full one decides, also while it is incomplete: an older one would bring back who left since (SEMANTICS S7). */
final class OutboundChoice {
    private final DataSource dataSource;
    private final boolean firstIncrementIsFull;

    OutboundChoice(DataSource dataSource, boolean firstIncrementIsFull) {
        this.dataSource = dataSource;
        this.firstIncrementIsFull = firstIncrementIsFull;
    }

    /** The delivery to read, none when nothing was delivered yet. Left: there are only increments (SEMANTICS S6), or two deliveries to choose from. */
    Either<BridgeError, Option<OutboundSet>> among(Seq<OutboundSet> sets) {
        Seq<OutboundSet> full = sets.filter(OutboundSet::isFull);
        return full.isEmpty()
                ? increment(sets)
                : only(full, full.map(OutboundSet::stamp).max().get()).map(Option::of);
    }

    /** The one delivery of {@code sets} with that stamp. Left: {@code Conflict} when there are several. */
    static Either<BridgeError, OutboundSet> only(Seq<OutboundSet> sets, long stamp) {
        Seq<OutboundSet> same = sets.filter(set -> set.stamp() == stamp);
        return same.size() == 1
                ? Either.right(same.head())
                : Either.left(BridgeError.Conflict.of("Several deliveries carry the same stamp: "
                        + same.map(OutboundSet::root).sorted().mkString(", ")
                        + "; set audienceManager.outboundPrefix so that only one destination's files are looked at"));
    }

    private Either<BridgeError, Option<OutboundSet>> increment(Seq<OutboundSet> increments) {
        boolean announcedOnly = increments.forAll(set -> !set.hasData());
        return announcedOnly || (firstIncrementIsFull && increments.size() == 1)
                ? Either.right(increments.headOption())
                : Either.left(BridgeError.InvalidRequest.of(
                        "dataSource.destinationId", onlyIncrements(dataSource, increments, firstIncrementIsFull)));
    }

    /** Why increments alone tell nobody who is in. */
    static String onlyIncrements(DataSource dataSource, Seq<OutboundSet> increments, boolean firstIncrementIsFull) {
        return "Destination " + dataSource.destinationId().orElse(0) + " delivered only incremental files ("
                + increments.size() + ", one of them "
                + increments.head().root()
                + "), which change a membership that is not known here; have Audience Manager deliver a full file"
                + (firstIncrementIsFull
                        ? ""
                        : ", or, if it is the first delivery ever, set audienceManager.outboundFirstIncrementIsFull (SEMANTICS S6)");
    }
}
