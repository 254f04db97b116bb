// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.rest.Draft;
import io.audiencebridge.adapter.audiencemanager.rest.Mapping;
import io.audiencebridge.adapter.audiencemanager.rest.Segment;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentRule;
import io.audiencebridge.adapter.audiencemanager.rest.Trait;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Finds or creates an audience: an onboarded trait, a segment whose rule is that trait, and the segment's mapping to a destination.
 *
 * <p>Each is looked for before it is created, trait and segment by an integration code that follows from title and data source, so that a run that died
 * anywhere goes on where it stood.
 */
final class Preparation {
    private final Company company;
    private final AudienceOrder order;
    private final Call call;
    private final String code;

    Preparation(Company company, AudienceOrder order, Call call) {
        this.company = company;
        this.order = order;
        this.call = call;
        this.code = AudienceCode.of(order);
    }

    Either<BridgeError, PreparedAudience> run() {
        return new Preconditions(company, order, call)
                .check()
                .flatMap(sound -> company.segments().coded(code, call))
                .flatMap(found -> found.isDefined() ? usable(found.get()) : fresh())
                .flatMap(segment -> new TraitOfSegment(company.traits())
                        .find(segment, order.dataSource(), call)
                        .flatMap(trait -> mapped(segment).map(mapping -> prepared(segment, trait))));
    }

    private Either<BridgeError, Segment> usable(Segment segment) {
        if (!segment.active()) {
            return Either.left(BridgeError.Conflict.of("Segment " + segment.sid()
                    + " is paused and takes no new members; activate it in Audience Manager, then share again"));
        }
        OptionalLong wanted = order.dataSource().mergeRuleDataSourceId();
        OptionalLong present = segment.mergeRuleDataSourceId();
        return wanted.isPresent() && present.isPresent() && !wanted.equals(present)
                ? Either.left(BridgeError.Conflict.of("Segment " + segment.sid() + " has the merge rule of data source "
                        + present.getAsLong() + ", not " + wanted.getAsLong()
                        + "; change it in Audience Manager or correct mergeRuleDataSourceId (SEMANTICS S21)"))
                : Either.right(segment);
    }

    private Either<BridgeError, Segment> fresh() {
        return company.segments()
                .named(order.title(), call)
                .flatMap(this::unused)
                .flatMap(free -> trait())
                .flatMap(trait -> created(
                        company.segments().create(segmentDraft(), SegmentRule.of(trait.sid()), call),
                        () -> company.segments().coded(code, call)));
    }

    private Either<BridgeError, String> unused(Seq<Segment> named) {
        return named.isEmpty()
                ? Either.right(order.title())
                : Either.left(BridgeError.Conflict.of("The title '" + order.title() + "' belongs to segment "
                        + named.map(segment -> segment.sid() + " of data source " + segment.dataSourceId())
                                .mkString(", ")
                        + ", which was not made for this share; share under another title, or give that segment the integration code "
                        + code + " to add members to it"));
    }

    private Either<BridgeError, Trait> trait() {
        return company.traits()
                .coded(code, call)
                .flatMap(found -> found.isDefined()
                        ? Either.right(found.get())
                        : created(
                                company.traits().create(traitDraft(), call),
                                () -> company.traits().coded(code, call)));
    }

    private Either<BridgeError, Option<Mapping>> mapped(Segment segment) {
        OptionalLong destination = order.dataSource().destinationId();
        if (destination.isEmpty()) {
            return Either.right(Option.none());
        }
        Supplier<Either<BridgeError, Option<Mapping>>> look =
                () -> company.destinations().mapping(destination.getAsLong(), segment.sid(), call);
        return look.get()
                .flatMap(found -> found.isDefined()
                        ? Either.right(found)
                        : created(map(destination.getAsLong(), segment), look).map(Option::some));
    }

    private Either<BridgeError, Mapping> map(long destination, Segment segment) {
        LocalDate today = LocalDate.ofInstant(company.clock().instant(), ZoneOffset.UTC);
        return company.destinations()
                .map(destination, segment.sid(), today, call)
                .mapLeft(error -> byHand(error, destination, segment));
    }

    /** A destination that files go to may refuse mappings by API. */
    private static BridgeError byHand(BridgeError error, long destination, Segment segment) {
        boolean refused = error instanceof BridgeError.RejectedBySystem || error instanceof BridgeError.AccessDenied;
        return refused
                ? new BridgeError.RejectedBySystem(
                        error.message() + "; map segment " + segment.sid() + " to destination " + destination
                                + " in Audience Manager by hand, then resume the run",
                        error.incident())
                : error;
    }

    /** A creation whose fate is open, or that somebody else won, may have left what was wanted. */
    private static <T> Either<BridgeError, T> created(
            Either<BridgeError, T> attempt, Supplier<Either<BridgeError, Option<T>>> again) {
        return attempt.fold(
                error -> error instanceof BridgeError.OutcomeUnknown || error instanceof BridgeError.Conflict
                        ? again.get().flatMap(found -> found.toEither(error))
                        : Either.left(error),
                Either::right);
    }

    private PreparedAudience prepared(Segment segment, Trait trait) {
        Instant live = trait.created().plus(company.settings().traitLiveAfter());
        return new PreparedAudience(
                new AudienceRef(order.connection(), Long.toString(segment.sid())),
                live.isAfter(company.clock().instant())
                        ? Optional.of(new Waiting(
                                live,
                                "Trait " + trait.sid()
                                        + " is new; Audience Manager ignores files that name it earlier"))
                        : Optional.empty());
    }

    private Draft traitDraft() {
        return draft().folderId(company.settings().traitFolderId()).build();
    }

    private Draft segmentDraft() {
        return draft().folderId(company.settings().segmentFolderId())
                .mergeRuleDataSourceId(order.dataSource().mergeRuleDataSourceId())
                .build();
    }

    private Draft.Builder draft() {
        return Draft.builder()
                .name(order.title())
                .integrationCode(code)
                .dataSourceId(order.dataSource().id());
    }
}
