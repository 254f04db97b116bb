// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.collection.Stream;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Surveys what has arrived, by names and sizes. */
final class Survey {
    private static final int SOME = 3;

    private final Arrival arrival;
    private final OutboundSettings settings;
    private final DataSource dataSource;

    Survey(Arrival arrival, OutboundSettings settings, DataSource dataSource) {
        this.arrival = arrival;
        this.settings = settings;
        this.dataSource = dataSource;
    }

    Either<BridgeError, DeliverySurvey> taken() {
        Seq<OutboundSet> sets = arrival.of(dataSource);
        Seq<OutboundSet> full = sets.filter(OutboundSet::isFull).sortBy(OutboundSet::stamp);
        Option<OutboundSet> newest = full.lastOption();
        return newest.map(this::described)
                .getOrElse(Either.right(Option.none()))
                .map(described -> new DeliverySurvey(
                        arrival.files(),
                        arrival.unread().take(SOME),
                        sets.size() - full.size(),
                        described,
                        missing(full.map(OutboundSet::stamp).distinct())));
    }

    private Either<BridgeError, Option<DeliverySurvey.Newest>> described(OutboundSet set) {
        return arrival.complete(set)
                .map(whole -> Option.some(new DeliverySurvey.Newest(
                        set.root(),
                        Instant.ofEpochMilli(set.stamp()),
                        set.names()
                                .map(OutboundName::master)
                                .find(OptionalLong::isPresent)
                                .getOrElse(OptionalLong.empty()),
                        set.data().map(name -> name.file().size()).sum().longValue(),
                        whole.isLeft() ? Option.some(whole.getLeft()) : Option.none())));
    }

    private Seq<LocalDate> missing(Seq<Long> stamps) {
        long every = settings.every().toMillis();
        return stamps.zip(stamps.drop(1))
                .toVector()
                .flatMap(pair -> Stream.iterate(pair._1 + every, due -> due + every)
                        .takeWhile(due -> due + every / 2 < pair._2)
                        .map(due -> Instant.ofEpochMilli(due)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate())
                        .toVector());
    }
}
