// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.RetentionPolicy;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Says of a kept thing why it may go, if it may: never while a live audience needs it (SEMANTICS S6, S14, S15). */
final class RetentionRules {
    /** Mappings of ids are forgotten after that time, as a synchronisation has it. */
    private static final Duration MAPPING_LIVES = SyncSteps.MAPPING_LIVES;

    private final RetentionPolicy policy;
    private final Set<AudienceRef> ended;
    private final Map<RunId, RunRecord> runs;
    private final Set<RunId> sharers;
    private final Instant now;

    /**
     * Rules of a request.
     *
     * @param runs all runs of the journal
     * @param things all that is kept
     */
    RetentionRules(PurgeRequest request, Seq<RunRecord> runs, Seq<KeptThing> things, Instant now) {
        this.policy = request.policy();
        this.ended = HashSet.ofAll(request.endedAudiences());
        this.runs = runs.toMap(RunRecord::run, record -> record);
        this.now = now;
        this.sharers = things.filter(thing -> thing.kind() == KeptThing.Kind.SHARED_KEYS
                        && because(thing).isEmpty())
                .flatMap(thing -> Option.ofOptional(thing.run()))
                .toSet();
    }

    /** Why the thing may go; none when it stays. */
    Option<String> because(KeptThing thing) {
        return switch (thing.kind()) {
            case RUN -> Option.ofOptional(thing.run()).flatMap(runs::get).flatMap(this::run);
            case SHARED_KEYS -> shared(thing);
            case MEMBERSHIP, EVENT_STATE -> membership(thing);
            case RECIPIENT_INDEX -> old(thing.touched(), policy.recipientIndexes(), "it was built %d days ago");
            case LEFT_OVER ->
                old(thing.touched(), policy.leftOvers(), "an interrupted write left it behind %d days ago");
        };
    }

    private Option<String> run(RunRecord record) {
        if (!isOver(record) || sharers.contains(record.run())) {
            return Option.none();
        }
        return audience(record)
                .filter(ended::contains)
                .map(audience -> "its audience is over")
                .orElse(() -> old(record.updated(), policy.runs(), "it ended %d days ago"));
    }

    private Option<String> shared(KeptThing thing) {
        Option<RunRecord> record = Option.ofOptional(thing.run()).flatMap(runs::get);
        if (record.exists(run -> !isOver(run))) {
            return Option.none();
        }
        if (isOfEnded(thing)) {
            return Option.some("its audience is over");
        }
        if (record.isEmpty()) {
            return old(thing.touched(), policy.runs(), "its run is in no journal, and it was written %d days ago");
        }
        RunRecord run = record.get();
        return run.state().isDelivered()
                ? timeToLive(run)
                        .flatMap(time -> old(
                                Receipts.delivered(run),
                                time,
                                "the audience forgot these members; they were sent %d days ago"))
                : old(run.updated(), policy.runs(), "its run was not delivered and ended %d days ago");
    }

    private Option<String> membership(KeptThing thing) {
        if (isOfEnded(thing)) {
            return Option.some("its audience is over");
        }
        Instant last = Option.ofOptional(thing.page())
                .map(LedgerKey::audience)
                .map(audience -> runs.values()
                        .filter(record -> audience(record).contains(audience))
                        .map(RunRecord::updated)
                        .append(thing.touched())
                        .max()
                        .get())
                .getOrElse(thing::touched);
        return old(last, policy.memberships(), "no run asked for its audience for %d days");
    }

    private boolean isOfEnded(KeptThing thing) {
        return Option.ofOptional(thing.page()).map(LedgerKey::audience).exists(ended::contains);
    }

    /** A run that waits, or is at work, needs everything. */
    private static boolean isOver(RunRecord record) {
        RunState state = record.state();
        return state.isDelivered()
                || state == RunState.REFUSED
                || state == RunState.FAILED
                || state == RunState.CANCELLED;
    }

    /** How long what the run sent is known where it was sent; none when for ever. */
    private static Option<Duration> timeToLive(RunRecord run) {
        return SyncFacts.isSync(run.facts())
                ? Option.some(MAPPING_LIVES)
                : Option.of(run.facts().get(ShareSteps.TIME_TO_LIVE)).map(Duration::parse);
    }

    private static Option<AudienceRef> audience(RunRecord record) {
        java.util.Map<String, String> facts = record.facts();
        boolean shares = ShareFacts.isShare(facts);
        String connection = facts.get(shares ? "to" : "audience.connection");
        String id = facts.get(ShareSteps.AUDIENCE_ID);
        return connection == null || id == null
                ? Option.none()
                : Option.some(new AudienceRef(new ConnectionName(connection), id));
    }

    private Option<String> old(Instant since, Duration kept, String because) {
        Duration age = Duration.between(since, now);
        return Option.when(age.compareTo(kept) > 0, () -> because.formatted(age.toDays()));
    }
}
