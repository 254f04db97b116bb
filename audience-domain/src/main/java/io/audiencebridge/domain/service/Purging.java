// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.PurgedThing;
import io.audiencebridge.domain.sharing.RetentionPolicy;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Deletes what may go, what runs shared before the runs themselves, or says what would go. */
final class Purging {
    private static final String OPT_OUTS = "OPT_OUTS";

    private final Infrastructure infrastructure;

    Purging(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    Either<BridgeError, PurgeReport> purge(PurgeRequest request, Call call) {
        Seq<Violation> wrong = RetentionPolicy.violations(request.policy());
        if (!wrong.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
        }
        Instant now = infrastructure.clock().instant();
        return call.check()
                .flatMap(open -> things())
                .flatMap(things -> infrastructure
                        .journal()
                        .all()
                        .map(runs -> new RetentionRules(request, runs, things.map(Thing::kept), now))
                        .flatMap(rules -> purge(request, going(things, rules), things.size(), now, call)));
    }

    private Either<BridgeError, PurgeReport> purge(
            PurgeRequest request, Seq<Going> going, int all, Instant now, Call call) {
        List<PurgedThing> gone = new ArrayList<>();
        for (Going each : going) {
            Either<BridgeError, Boolean> erased = request.dryRun()
                    ? Either.right(true)
                    : call.check()
                            .flatMap(open ->
                                    each.thing().owner().erase(each.thing().kept()));
            if (erased.isLeft()) {
                return Either.left(erased.getLeft());
            }
            gone.add(purged(each, now));
        }
        return forgotten(request)
                .map(people -> PurgeReport.builder()
                        .dryRun(request.dryRun())
                        .addAllThings(gone)
                        .addAllThings(people)
                        .kept(all - gone.size())
                        .addAllNotices(notices(request, gone))
                        .build());
    }

    /** Only when asked for in so many words. */
    private Either<BridgeError, Seq<PurgedThing>> forgotten(PurgeRequest request) {
        if (!request.forgetOptOuts() || infrastructure.suppressions().isEmpty()) {
            return Either.right(Vector.empty());
        }
        Either<BridgeError, Integer> digests = request.dryRun()
                ? infrastructure.suppressions().get().find().map(Purging::size)
                : infrastructure.suppressions().get().clear();
        return digests.map(count -> Vector.of(PurgedThing.builder()
                .kind(OPT_OUTS)
                .name(count + " digests of people who opted out")
                .age(Duration.ZERO)
                .bytes(16L * count)
                .because("the request says so")
                .build()));
    }

    private static int size(Option<Suppressed> kept) {
        return kept.map(people -> people.digests().size()).getOrElse(0);
    }

    private List<String> notices(PurgeRequest request, List<PurgedThing> gone) {
        List<String> notices = new ArrayList<>();
        if (!(infrastructure.journal() instanceof Erasable)) {
            notices.add("The journal forgets nothing by itself; its runs stay until its own means delete them");
        }
        boolean members = gone.stream().anyMatch(thing -> thing.kind().equals(KeptThing.Kind.SHARED_KEYS.name()));
        if (members && !request.endedAudiences().isEmpty()) {
            notices.add("Should an audience that is over be shared again, everybody is sent again");
        }
        if (request.forgetOptOuts()) {
            notices.add("People who opted out here can be shared again; Campaign's own flags still hold");
        }
        return notices;
    }

    private Either<BridgeError, Seq<Thing>> things() {
        return Either.sequenceRight(Vector.ofAll(infrastructure.erasables())
                        .map(owner -> owner.kept().map(things -> things.map(kept -> new Thing(owner, kept)))))
                .map(all -> all.flatMap(things -> things)
                        .sorted(Comparator.comparing(
                                        (Thing thing) -> thing.kept().kind())
                                .thenComparing(thing -> thing.kept().name())));
    }

    private static Seq<Going> going(Seq<Thing> things, RetentionRules rules) {
        return things.flatMap(thing -> rules.because(thing.kept()).map(because -> new Going(thing, because)));
    }

    private static PurgedThing purged(Going going, Instant now) {
        KeptThing kept = going.thing().kept();
        Duration age = Duration.between(kept.touched(), now);
        return PurgedThing.builder()
                .kind(kept.kind().name())
                .name(kept.name())
                .age(age.isNegative() ? Duration.ZERO : age)
                .bytes(kept.bytes())
                .because(going.because())
                .build();
    }

    /** A thing and who keeps it. */
    private record Thing(Erasable owner, KeptThing kept) {}

    /** A thing and why it goes. */
    private record Going(Thing thing, String because) {}
}
