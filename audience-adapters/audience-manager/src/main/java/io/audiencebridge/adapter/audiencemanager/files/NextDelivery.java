// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Chooses what is applied to a membership next: the newest complete full delivery, else the oldest change after it (SEMANTICS S6, S7). */
final class NextDelivery {
    /** Source: Audience Manager, "Privacy FAQ": outbound files are kept for eight days. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final Arrival arrival;
    private final OutboundSettings settings;
    private final DataSource dataSource;
    private final Instant now;

    NextDelivery(Arrival arrival, OutboundSettings settings, DataSource dataSource, Instant now) {
        this.arrival = arrival;
        this.settings = settings;
        this.dataSource = dataSource;
        this.now = now;
    }

    /** What comes after {@code since}. Left: {@code Conflict} when there is nothing to apply a change to, or a change in between is gone. */
    Either<BridgeError, Found> after(Option<DeliveryPosition> since) {
        Seq<OutboundSet> later = arrival.of(dataSource)
                .filter(set -> since.forAll(done -> position(set).compareTo(done) > 0));
        Seq<OutboundSet> changes = later.reject(OutboundSet::isFull).sortBy(OutboundSet::stamp);
        return full(later.filter(OutboundSet::isFull)).flatMap(full -> {
            if (full instanceof Found.Files) {
                return Either.right(full);
            }
            Option<Found.Missing> pending = full instanceof Found.Missing missing ? Option.of(missing) : Option.none();
            if (changes.isEmpty()) {
                return Either.right(pending.<Found>map(missing -> missing).getOrElse(new Found.Nothing()));
            }
            return OutboundChoice.only(changes, changes.head().stamp())
                    .flatMap(oldest ->
                            since.isEmpty() ? first(oldest, changes, pending) : change(oldest, since.get(), pending));
        });
    }

    /** The newest complete one, or what is missing of the newest, or nothing. */
    private Either<BridgeError, Found> full(Seq<OutboundSet> full) {
        Found answer = new Found.Nothing();
        for (long stamp : full.map(OutboundSet::stamp).distinct().sorted().reverse()) {
            Either<BridgeError, Found> found =
                    OutboundChoice.only(full, stamp).flatMap(set -> look(set, true, Vector.empty()));
            if (found.isLeft() || found.get() instanceof Found.Files) {
                return found;
            }
            answer = answer instanceof Found.Nothing ? found.get() : answer;
        }
        return Either.right(answer);
    }

    /** A change without a membership: full by definition if it is the first one ever (SEMANTICS S6). */
    private Either<BridgeError, Found> first(
            OutboundSet oldest, Seq<OutboundSet> changes, Option<Found.Missing> pending) {
        if (changes.forAll(set -> !set.hasData())) {
            return look(oldest, false, Vector.empty()); // a control file may come first, and under the other word
        }
        if (settings.firstIncrementIsFull() && isFirstEver(oldest)) {
            return look(oldest, true, Vector.empty());
        }
        return pending.isDefined()
                ? Either.right(pending.get())
                : Either.left(BridgeError.Conflict.of(
                        OutboundChoice.onlyIncrements(dataSource, changes, settings.firstIncrementIsFull())));
    }

    /** Had there been an older one, it would still be kept. */
    private boolean isFirstEver(OutboundSet oldest) {
        return Instant.ofEpochMilli(oldest.stamp()).isAfter(now.minus(KEPT).plus(settings.every()));
    }

    private Either<BridgeError, Found> change(
            OutboundSet oldest, DeliveryPosition since, Option<Found.Missing> pending) {
        long missing = missing(since.stamp(), oldest.stamp());
        if (missing > 0 && pending.isDefined()) {
            return Either.right(pending.get());
        }
        if (missing > 0
                && Instant.ofEpochMilli(since.stamp()).plus(settings.every()).isBefore(now.minus(KEPT))) {
            return Either.left(
                    BridgeError.Conflict.of(
                            "Between the delivery of " + day(since.stamp())
                                    + ", which was applied last, and the change of "
                                    + day(oldest.stamp()) + " (" + oldest.root()
                                    + ") others are gone, since they are kept for 8 days; have Audience Manager deliver a full file (SEMANTICS S6)"));
        }
        return look(oldest, false, notices(missing, since, oldest));
    }

    /** How many deliveries were due between the two and are not there. */
    private long missing(long since, long next) {
        long every = settings.every().toMillis();
        return Math.max(0, (next - since + every / 2) / every - 1);
    }

    private static Seq<String> notices(long missing, DeliveryPosition since, OutboundSet next) {
        return missing == 0
                ? Vector.empty()
                : Vector.of((missing == 1 ? "A delivery" : missing + " deliveries") + " due between "
                        + day(since.stamp()) + " and " + day(next.stamp())
                        + " did not come; Audience Manager may be late by a day and then bring two");
    }

    private Either<BridgeError, Found> look(OutboundSet set, boolean asFull, Seq<String> notices) {
        return arrival.complete(set)
                .map(whole -> whole.fold(
                        missing -> new Found.Missing(missing),
                        files -> new Found.Files(set.root(), position(set).text(), asFull, files, notices)));
    }

    private DeliveryPosition position(OutboundSet set) {
        return set.position(dataSource.destinationId().orElse(0));
    }

    private static String day(long stamp) {
        return Instant.ofEpochMilli(stamp).toString().substring(0, 10);
    }

    /** What comes next. */
    sealed interface Found {
        /** Nothing. */
        record Nothing() implements Found {}

        /**
         * A delivery that is not complete.
         *
         * @param what is missing, for people
         */
        record Missing(String what) implements Found {}

        /**
         * A complete one.
         *
         * @param delivery its name
         * @param position where it stands
         * @param full whether it holds all members
         * @param files at least one
         * @param notices what the caller should know
         */
        record Files(String delivery, String position, boolean full, Seq<DeliveredFile> files, Seq<String> notices)
                implements Found {}
    }
}
