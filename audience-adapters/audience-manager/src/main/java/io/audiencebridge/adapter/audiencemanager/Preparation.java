// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentRule;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Finds or creates an audience: an onboarded trait, a segment whose rule is that trait, and the segment's mapping to a destination.
 *
 * <p>Each is looked for before it is created, trait and segment by an integration code that follows from title and data source, so that a run that died
 * anywhere goes on where it stood.
 */
final class Preparation {
    /** Members stay until they are removed (SEMANTICS S15). */
    private static final int FOREVER = 0;

    private final Company company;
    private final AudienceOrder order;
    private final Call call;
    private final String code;
    private Duration clockAhead = Duration.ZERO;

    Preparation(Company company, AudienceOrder order, Call call) {
        this.company = company;
        this.order = order;
        this.call = call;
        this.code = AudienceCode.of(order);
    }

    Either<BridgeError, PreparedAudience> run() {
        return new OrderCheck(company, order, call)
                .check()
                .flatMap(sound -> company.segments().coded(code, call))
                .flatMap(found -> found.isDefined() ? usable(found.get()) : fresh())
                .flatMap(this::showing)
                .flatMap(segment -> new TraitOfSegment(company.traits())
                        .find(segment, order.dataSource(), call)
                        .flatMap(trait -> mapped(segment).flatMap(mapping -> prepared(segment, trait))));
    }

    /** What {@link #run} would find or create, by calls that read. */
    Either<BridgeError, RehearsedAudience> rehearse() {
        return new OrderCheck(company, order, call)
                .check()
                .flatMap(sound -> company.segments().coded(code, call))
                .flatMap(found -> found.isDefined() ? there(found.get()) : notThere());
    }

    private Either<BridgeError, RehearsedAudience> there(Segment segment) {
        return usable(segment)
                .flatMap(this::showing)
                .flatMap(sound -> new TraitOfSegment(company.traits())
                        .find(segment, order.dataSource(), call)
                        .flatMap(trait -> prepared(segment, trait)))
                .flatMap(prepared -> mappings(segment).map(writes -> new RehearsedAudience(prepared, false, writes)));
    }

    /** How many mappings are to be made. */
    private Either<BridgeError, Long> mappings(Segment segment) {
        OptionalLong destination = order.dataSource().destinationId();
        return destination.isEmpty()
                ? Either.right(0L)
                : company.destinations()
                        .mapping(destination.getAsLong(), segment.sid(), call)
                        .map(found -> found.isDefined() ? 0L : 1L);
    }

    private Either<BridgeError, RehearsedAudience> notThere() {
        MergeRuleVerdict verdict =
                company.mergeRules().sharing(order.dataSource().mergeRuleDataSourceId(), order.dataSource());
        return company.segments()
                .named(order.title(), call)
                .flatMap(this::unused)
                .flatMap(free -> company.traits().coded(code, call))
                .map(trait -> {
                    long writes = (trait.isDefined() ? 1L : 2L)
                            + (order.dataSource().destinationId().isPresent() ? 1 : 0);
                    PreparedAudience prepared = PreparedAudience.builder()
                            .audience(RehearsedAudience.address(order.connection()))
                            .notBefore(new Waiting(
                                    company.clock()
                                            .instant()
                                            .plus(company.settings().traitLiveAfter()),
                                    "The trait would be new; Audience Manager ignores files that name it earlier"))
                            .notices(verdict.notice())
                            .build();
                    return new RehearsedAudience(prepared, true, writes);
                });
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

    /** A segment that was there, or that got the company's default rule, may be under a rule that shows nobody (SEMANTICS S21). */
    private Either<BridgeError, Segment> showing(Segment segment) {
        return mergeRule(segment)
                .refusal()
                .map(violation -> BridgeError.InvalidRequest.of(
                        violation.subject(), "of segment " + segment.sid() + ": " + violation.message()))
                .<Either<BridgeError, Segment>>map(Either::left)
                .getOrElse(() -> Either.right(segment));
    }

    private MergeRuleVerdict mergeRule(Segment segment) {
        OptionalLong there = segment.mergeRuleDataSourceId();
        return company.mergeRules()
                .sharing(there.isPresent() ? there : order.dataSource().mergeRuleDataSourceId(), order.dataSource());
    }

    private Either<BridgeError, Segment> fresh() {
        return company.segments()
                .named(order.title(), call)
                .flatMap(this::unused)
                .flatMap(free -> company.traits().ensure(traitDraft(), call))
                .peek(trait -> trait.created().ifPresent(this::compareClocks))
                .flatMap(trait -> company.segments().create(segmentDraft(trait), call));
    }

    /** Where answers do not tell the time: a clock that is ahead of Audience Manager's must not shorten the wait for a trait that was made just now; one that is behind only lengthens it. */
    private void compareClocks(Instant created) {
        Duration difference = Duration.between(created, company.clock().instant());
        Duration most =
                company.tellsTime() ? Company.COARSE : company.settings().traitLiveAfter();
        clockAhead = difference.isNegative() ? Duration.ZERO : difference.compareTo(most) > 0 ? most : difference;
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

    private Either<BridgeError, Option<Mapping>> mapped(Segment segment) {
        OptionalLong destination = order.dataSource().destinationId();
        return destination.isEmpty()
                ? Either.right(Option.none())
                : company.destinations()
                        .ensureMapping(destination.getAsLong(), MappingDraft.of(segment.sid()), call)
                        .mapLeft(error -> byHand(error, destination.getAsLong(), segment))
                        .map(Option::some);
    }

    /** A destination that files go to may refuse mappings by API. */
    private static BridgeError byHand(BridgeError error, long destination, Segment segment) {
        String told = error.message() + "; map segment " + segment.sid() + " to destination " + destination
                + " in Audience Manager by hand, then resume the run";
        if (error instanceof BridgeError.AccessDenied) {
            return new BridgeError.AccessDenied(told, error.incident());
        }
        return error instanceof BridgeError.RejectedBySystem
                ? new BridgeError.RejectedBySystem(told, error.incident())
                : error;
    }

    private Either<BridgeError, PreparedAudience> prepared(Segment segment, Trait trait) {
        return Option.ofOptional(trait.created())
                .toEither(() -> undated(trait))
                .map(created -> prepared(
                        segment,
                        trait,
                        created.plus(company.settings().traitLiveAfter()).plus(clockAhead)));
    }

    private PreparedAudience prepared(Segment segment, Trait trait, Instant live) {
        PreparedAudience.Builder prepared = PreparedAudience.builder()
                .audience(new AudienceRef(order.connection(), Long.toString(segment.sid())))
                .timeToLive(trait.timeToLive())
                .notices(mergeRule(segment).notice());
        Instant here = company.clock().instant();
        Instant there = company.systemTime(here);
        if (live.isAfter(there)) {
            Duration left = Duration.between(there, live);
            prepared.notBefore(new Waiting(
                    there.equals(here) ? live : here.plus(left).plus(Company.COARSE),
                    "Trait " + trait.sid() + " is new; Audience Manager ignores files that name it earlier"));
        }
        return prepared.build();
    }

    private BridgeError undated(Trait trait) {
        return new BridgeError.ProtocolBreach(
                "Audience Manager does not say when trait " + trait.sid()
                        + " was created, so nobody knows whether it counts yet; report it with the correlation id",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }

    private TraitDraft traitDraft() {
        return TraitDraft.onboarded(order.title(), order.dataSource().id())
                .folderId(company.settings().traitFolderId())
                .integrationCode(code)
                .ttlDays(FOREVER)
                .build();
    }

    private SegmentDraft segmentDraft(Trait trait) {
        return SegmentDraft.builder()
                .name(order.title())
                .rule(SegmentRule.of(trait.sid()).text())
                .dataSourceId(order.dataSource().id())
                .folderId(company.settings().segmentFolderId())
                .integrationCode(code)
                .mergeRuleDataSourceId(order.dataSource().mergeRuleDataSourceId())
                .build();
    }
}
