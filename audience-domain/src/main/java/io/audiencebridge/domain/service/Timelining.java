// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.usecase.ShowTimeline;
import io.audiencebridge.domain.usecase.TrackSharing;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shows a run leg by leg, asks the systems what they let be seen of it, and tells of legs that are late or stuck, each once. */
final class Timelining {
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    private Timelining(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    /** The use case, each run by one thread of one process at a time. The run's next snapshot is taken first. */
    static ShowTimeline alone(
            TrackSharing tracking, RunsAtWork atWork, Connectors connectors, Infrastructure infrastructure) {
        return (run, call) -> tracking.track(run, call)
                .flatMap(known -> call.observed(
                        new Activity.Run(run.value()),
                        () -> atWork.alone(
                                Subjects.of(run),
                                infrastructure,
                                call,
                                (ours, inner) -> new Timelining(connectors, ours).show(run, inner),
                                Either::left)));
    }

    private Either<BridgeError, Timeline> show(RunId run, Call call) {
        return Resuming.find(infrastructure.journal(), run)
                .flatMap(record -> new SeenPopulations(connectors, infrastructure).look(record, call))
                .flatMap(record -> new MissedDays(connectors, infrastructure).notice(record, call))
                .flatMap(record -> {
                    Seq<TimelineLeg> legs = legs(record);
                    return told(record, legs).map(saved -> timeline(saved, legs));
                });
    }

    private Timeline timeline(RunRecord record, Seq<TimelineLeg> legs) {
        return Timeline.builder()
                .receipt(Receipts.of(record, infrastructure.freshness()))
                .subject(subject(record))
                .at(infrastructure.clock().instant())
                .legs(legs)
                .build();
    }

    private Seq<TimelineLeg> legs(RunRecord record) {
        LegClock clock = new LegClock(
                record, infrastructure.freshness(), infrastructure.clock().instant());
        Map<String, String> facts = record.facts();
        if (WorkflowFacts.route(facts) == Route.SYSTEM) {
            return new WorkflowLegs(clock).all();
        }
        if (ShareFacts.isShare(facts)) {
            return new ShareLegs(clock).all();
        }
        return SyncFacts.isSync(facts) ? new SyncLegs(clock).all() : new ImportLegs(clock).all();
    }

    /** Writes down which legs were told of, then tells: whoever dies in between is told at most once too few. */
    private Either<BridgeError, RunRecord> told(RunRecord record, Seq<TimelineLeg> legs) {
        Seq<TimelineLeg> untold =
                legs.filter(leg -> (leg.state() == TimelineLeg.State.LATE || leg.state() == TimelineLeg.State.STUCK)
                        && !record.facts().containsKey(fact(leg)));
        if (untold.isEmpty()) {
            return Either.right(record);
        }
        Map<String, String> facts = new TreeMap<>();
        untold.forEach(
                leg -> facts.put(fact(leg), infrastructure.clock().instant().toString()));
        return infrastructure.journal().save(Facts.with(record, facts)).peek(saved -> {
            Receipt receipt = Receipts.of(saved, infrastructure.freshness());
            untold.forEach(leg -> infrastructure.listener().heard(event(receipt, leg)));
        });
    }

    private static SharingEvent event(Receipt receipt, TimelineLeg leg) {
        return leg.state() == TimelineLeg.State.LATE
                ? new SharingEvent.LegLate(receipt, leg)
                : new SharingEvent.LegStuck(receipt, leg);
    }

    /** A leg may be late first and stuck later. */
    private static String fact(TimelineLeg leg) {
        return "told." + leg.name() + "." + leg.state().name().toLowerCase(Locale.ROOT);
    }

    private String subject(RunRecord record) {
        return RequestFacts.read(record.facts(), infrastructure.declaredIdCiphers())
                .map(SharingSubject::of)
                .getOrElse(() -> Subjects.of(record.facts()).getOrElse(() -> Subjects.of(record.run())));
    }
}
