// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;

/** Says what a forecast found: that nobody matches, or that more would. What an export would send is told by its people already. */
final class ForecastLook {
    /** So many members without a match are no chance. */
    private static final long ENOUGH = 100;

    private static final int PERCENT = 100;

    Option<CheckOutcome> look(Ends ends, Either<BridgeError, Forecast> told) {
        ConnectionName connection = ends.recipients().connection();
        if (told.isLeft()) {
            return Option.some(BridgePreconditions.FORECAST.unseen(
                    connection,
                    "How many match could not be measured: " + told.getLeft().message()));
        }
        return Option.when(ends.direction() != Direction.EXPORT, () -> look(connection, told.get()));
    }

    private static CheckOutcome look(ConnectionName connection, Forecast forecast) {
        Option<NearMiss> best = Vector.ofAll(forecast.nearMisses()).headOption();
        boolean nobody = forecast.membersRead() > 0 && forecast.matchRate().estimate() == 0;
        String rate = String.format(
                Locale.ROOT,
                "Of the members %.1f%% match (%.1f%% to %.1f%%, of %d read).",
                forecast.matchRate().estimate() * PERCENT,
                forecast.matchRate().low() * PERCENT,
                forecast.matchRate().high() * PERCENT,
                forecast.membersRead());
        if (!nobody && best.isEmpty()) {
            return BridgePreconditions.FORECAST.met(connection, rate);
        }
        boolean blocks = nobody && forecast.membersRead() >= ENOUGH;
        return new CheckOutcome.Found(BridgePreconditions.FORECAST
                .found(
                        connection,
                        blocks ? Severity.BLOCKS : Severity.WEAKENS,
                        best.map(NearMiss::certainty).getOrElse(blocks ? Certainty.LIKELY : Certainty.POSSIBLE))
                .seen(rate + best.map(miss -> " " + miss.seen()).getOrElse(""))
                .expected("Members' ids that recipients have, in the same form.")
                .remedy(best.map(NearMiss::remedy)
                        .getOrElse("Compare where the ids of both sides come from; they share none that were read."))
                .build());
    }
}
