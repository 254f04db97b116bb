// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** What is known of those for whom calls are made: whose turn it is, which ids are blocked or were sent too often, and in which region their data is. */
final class Visits {
    private final DataCollectionSettings settings;
    private final DcsLine line;
    private final Turns turns;
    private final DenyList denied;
    private final RateCap cap;
    private final KnownRegions regions;

    Visits(DataCollectionSettings settings, DcsLine line, InstantSource clock) {
        IdDigests digests = IdDigests.fresh();
        this.settings = settings;
        this.line = line;
        this.turns = new Turns(digests);
        this.denied = new DenyList(digests, settings.rememberedIds());
        this.cap = new RateCap(
                digests, clock, settings.idInterval(), settings.idCallsPerMinute(), settings.rememberedIds());
        this.regions = new KnownRegions(digests, settings.rememberedIds());
    }

    /** Makes a call when its turn comes, if it may be made then. */
    <T> Either<BridgeError, T> visit(
            Vector<SentId> ids, Seq<Violation> violations, Call call, Function<Call, Either<BridgeError, T>> work) {
        return admitted(ids, violations, call, turn -> paced(ids, call).flatMap(work));
    }

    /** As {@link #visit}, however often the ids were sent before. */
    <T> Either<BridgeError, T> admitted(
            Vector<SentId> ids, Seq<Violation> violations, Call call, Function<Call, Either<BridgeError, T>> work) {
        return sound(violations.appendAll(IdRules.of(ids)), call)
                .flatMap(ok -> turns.inTurn(
                        ids, call, () -> sound(denied.refusals(ids), call).flatMap(work)));
    }

    /** Where a visitor's calls go: to the region that the caller names, else to the one that answers told. */
    Target target(Vector<SentId> ids, Optional<Integer> named) {
        Option<Integer> region = Option.ofOptional(named).orElse(() -> regions.of(ids));
        URI base = region.flatMap(id -> Option.of(settings.regions().get(id))).getOrElse(settings.uri());
        return new Target(base, settings.alias());
    }

    /** The region that answers told. */
    Option<Integer> region(Vector<SentId> ids) {
        return regions.of(ids);
    }

    void learn(Vector<SentId> ids, DcsAnswer answer) {
        denied.learn(ids, answer.notices(), answer.quoted());
        DcsAnswer.number(answer.body(), "dcs_region").ifPresent(region -> regions.learn(ids, region));
    }

    void learn(Vector<SentId> ids, int region) {
        regions.learn(ids, region);
    }

    DcsLine line() {
        return line;
    }

    private Either<BridgeError, Call> paced(Vector<SentId> ids, Call call) {
        Option<Duration> wait = cap.admit(ids);
        return wait.<Either<BridgeError, Call>>map(left -> Either.left(throttled(left, call)))
                .getOrElse(Either.right(call));
    }

    private BridgeError throttled(Duration left, Call call) {
        return new BridgeError.Throttled(
                "An id of this call was sent within the last " + settings.idInterval() + ", or "
                        + settings.idCallsPerMinute() + " times within a minute; wait " + left
                        + ", since Audience Manager blocks ids for ever that it sees too often",
                call.incident(),
                left);
    }

    private static Either<BridgeError, Call> sound(Seq<Violation> violations, Call call) {
        return violations.isEmpty()
                ? Either.right(call)
                : Either.left(new BridgeError.InvalidRequest(violations, call.incident()));
    }
}
