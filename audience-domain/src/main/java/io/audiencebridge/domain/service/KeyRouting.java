// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The way to the recipients' keys of an import: what is known is gathered, {@link RoutePlanner} chooses, and the route is opened. A run that waited goes on by the route it began.
 * Not thread-safe.
 */
final class KeyRouting {
    /** More keys are never looked up: they are held meanwhile. */
    private static final long MOST_LOOKED_UP = 100_000;

    private final ImportRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final Reading recipients;

    KeyRouting(
            ImportRequest request,
            Connectors connectors,
            Infrastructure infrastructure,
            Reading recipients,
            Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.recipients = recipients;
        this.call = call;
    }

    /** The recipients' keys for {@code members}, whose first rows may be read beforehand. */
    Either<BridgeError, Routed> open(RunRecord record, MembersAtHand members) {
        return MatchFacts.pending(record)
                .map(route -> goOn(record, route, members))
                .getOrElse(() -> index(members)
                        .flatMap(index -> looked(index)
                                .flatMap(looked -> lookUp(members)
                                        .flatMap(lookUp -> plan(members, lookUp, looked)
                                                .flatMap(plan -> go(record, plan, index, looked, lookUp))))));
    }

    private Either<BridgeError, MatchPlan> plan(
            MembersAtHand members, Option<LookedUp> lookUp, Option<KeptIndex.Looked> looked) {
        PastRoutes past = PastRoutes.of(infrastructure.journal(), request.into(), now());
        return RoutePlanner.plan(situation(members, lookUp, looked, past), past.rates());
    }

    /** A kept copy holds packed keys: where these lost something, it has nothing to prove a match by. */
    private Either<BridgeError, Option<KeptIndex>> index(MembersAtHand members) {
        if (request.proof() && !KeyPacker.isLossless(request.dataSource().key(), members.byFingerprint())) {
            return infrastructure.matchBy().filter(KeyRoute.KEPT_INDEX::equals).isPresent()
                    ? Either.left(
                            BridgeError.InvalidRequest.of(
                                    "proof",
                                    "compares whole keys, and a kept copy of the recipients holds packed ones; leave out proof, or matchBy(KEPT_INDEX)"))
                    : Either.right(Option.none());
        }
        return KeptIndex.of(
                request.into(), request.dataSource(), members.byFingerprint(), connectors, infrastructure, call);
    }

    private Either<BridgeError, Option<KeptIndex.Looked>> looked(Option<KeptIndex> index) {
        return index.map(kept -> kept.look(now())).getOrElse(() -> Either.right(Option.none()));
    }

    /** The look-up, if these members' keys can be looked up and are few. */
    private Either<BridgeError, Option<LookedUp>> lookUp(MembersAtHand members) {
        boolean wanted = infrastructure.matchBy().map(KeyRoute.LOOK_UP::equals).orElse(true);
        if (!wanted
                || members.byFingerprint()
                || !LookedUp.isPossible(request.dataSource().key())) {
            return Either.right(Option.none());
        }
        return lookups()
                .flatMap(offered -> offered.isEmpty()
                        ? Either.right(Option.none())
                        : members.few(MOST_LOOKED_UP, call)
                                .map(few -> few.map(
                                        rows -> new LookedUp(offered.get(), request.dataSource(), rows, call))));
    }

    private Either<BridgeError, Option<KeyLookups>> lookups() {
        return connectors.offered(request.into(), KeyLookups.class);
    }

    private RouteSituation situation(
            MembersAtHand members, Option<LookedUp> lookUp, Option<KeptIndex.Looked> looked, PastRoutes past) {
        RouteSituation.Builder situation = RouteSituation.builder()
                .members(lookUp.map(found -> OptionalLong.of(found.keys())).getOrElse(members::size))
                .keysPerCall(
                        lookUp.isDefined()
                                ? lookups()
                                        .map(offered ->
                                                OptionalInt.of(offered.get().keysPerCall()))
                                        .getOrElse(OptionalInt.empty())
                                : OptionalInt.empty())
                .extracts(recipients.mayExtract())
                .forced(infrastructure.matchBy())
                .recipients(past.recipients());
        looked.forEach(found -> found.usable()
                .peek(kept -> situation.recipients(kept.rows()).indexAge(age(kept)))
                .onEmpty(() -> situation.indexToBuild(found.because())));
        return situation.build();
    }

    private Duration age(IndexState.Kept kept) {
        Duration age = Duration.between(kept.refreshed(), now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private Either<BridgeError, Routed> go(
            RunRecord record,
            MatchPlan plan,
            Option<KeptIndex> index,
            Option<KeptIndex.Looked> looked,
            Option<LookedUp> lookUp) {
        RunRecord chosen = MatchFacts.chosen(record, plan);
        return switch (plan.route()) {
            case LOOK_UP ->
                Either.right(new Routed.Ready(
                        chosen,
                        new CountedKeys(lookUp.get()),
                        false,
                        OptionalLong.empty(),
                        lookUp.get().keys()));
            case SCAN -> scan(chosen);
            case EXTRACT -> extract(chosen);
            case KEPT_INDEX -> fromIndex(NoticeFacts.with(chosen, looked.get().notice()), index.get(), looked.get());
        };
    }

    /** Only an extract makes a run wait. */
    private Either<BridgeError, Routed> goOn(RunRecord record, KeyRoute route, MembersAtHand members) {
        return route == KeyRoute.KEPT_INDEX && MatchFacts.stamp(record).isDefined()
                ? index(members)
                        .flatMap(index -> index.isDefined()
                                ? build(
                                        record,
                                        index.get(),
                                        MatchFacts.stamp(record).get())
                                : extract(record))
                : extract(record);
    }

    private Either<BridgeError, Routed> scan(RunRecord record) {
        return recipients.rows().map(rows -> ready(record, rows));
    }

    private Either<BridgeError, Routed> extract(RunRecord record) {
        return recipients
                .extract(record.run())
                .flatMap(feed -> feed.isEmpty()
                        ? scan(MatchFacts.chosen(
                                record,
                                MatchPlan.builder()
                                        .route(KeyRoute.SCAN)
                                        .because("the connection reads so few recipients row by row")
                                        .build()))
                        : Either.right(fed(record, feed.get())));
    }

    private static Routed fed(RunRecord record, KeyFeed feed) {
        return feed instanceof KeyFeed.Ready ready
                ? ready(record, ready.keys())
                : new Routed.NotYet(record, ((KeyFeed.NotYet) feed).waiting());
    }

    private Either<BridgeError, Routed> fromIndex(RunRecord record, KeptIndex index, KeptIndex.Looked looked) {
        RunRecord stamped = MatchFacts.stamped(record, looked.stamp());
        if (looked.usable().isEmpty()) {
            return build(stamped, index, looked.stamp());
        }
        return index.refresh(looked.usable().get(), looked.stamp())
                .flatMap(rows -> rows.isDefined()
                        ? Either.right(ready(record, rows.get()))
                        : build(stamped, index, looked.stamp()));
    }

    private Either<BridgeError, Routed> build(RunRecord record, KeptIndex index, IndexStamp stamp) {
        return recipients
                .keys(record.run())
                .flatMap(feed -> feed instanceof KeyFeed.Ready everybody
                        ? index.build(everybody.keys(), stamp).map(rows -> ready(record, rows))
                        : Either.right(fed(record, feed)));
    }

    private static Routed ready(RunRecord record, KeySource rows) {
        return new Routed.Ready(record, new CountedKeys(rows), false, OptionalLong.empty(), 0);
    }

    private static Routed ready(RunRecord record, KeptIndex.Rows rows) {
        return new Routed.Ready(record, new CountedKeys(rows.recipients()), true, OptionalLong.of(rows.read()), 0);
    }

    private Instant now() {
        return infrastructure.clock().instant();
    }
}
