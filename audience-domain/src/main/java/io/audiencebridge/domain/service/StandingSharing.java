// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.IfNewer;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.usecase.PlannedIfNewer;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Decides whether a request that is made again and again is to be carried out now. */
final class StandingSharing {
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final RunsAtWork atWork;

    StandingSharing(Connectors connectors, Infrastructure infrastructure, RunsAtWork atWork) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.atWork = atWork;
    }

    Either<BridgeError, PlannedIfNewer> plan(Sharing sharing, Call call) {
        Map<String, String> facts = RequestFacts.write(sharing);
        Seq<LocalDate> missed = missed(sharing, call);
        return call.check()
                .flatMap(open -> infrastructure.journal().all())
                .map(records -> records.filter(record -> RequestFacts.isOf(facts, record.facts())))
                .flatMap(same -> tellMissed(same, missed, call)
                        .flatMap(told -> same.lastOption()
                                .flatMap(last -> unfinished(last, missed))
                                .<Either<BridgeError, PlannedIfNewer>>map(Either::right)
                                .getOrElse(() -> newer(sharing, facts, same, missed, call))));
    }

    private Seq<LocalDate> missed(Sharing sharing, Call call) {
        return sharing instanceof Sharing.Import into && into.request().route() == Route.BRIDGE
                ? new MissedDays(connectors, infrastructure).of(into.request(), call)
                : Vector.empty();
    }

    /** The last delivered run is told of what its source missed since. A run that somebody is at work on is told another time. */
    private Either<BridgeError, Boolean> tellMissed(Seq<RunRecord> same, Seq<LocalDate> missed, Call call) {
        Option<RunRecord> last = delivered(same);
        return last.isEmpty() || missed.isEmpty()
                ? Either.right(false)
                : atWork.alone(
                        Subjects.of(last.get().run()),
                        infrastructure,
                        call,
                        (ours, inner) -> Resuming.find(
                                        ours.journal(), last.get().run())
                                .flatMap(record -> new MissedDays(connectors, ours).notice(record, missed))
                                .map(saved -> true),
                        conflict -> Either.right(false));
    }

    /** A run that is not over is gone on with, once its time has come, rather than another one begun beside it. */
    private Option<PlannedIfNewer> unfinished(RunRecord last, Seq<LocalDate> missed) {
        RunState state = last.state();
        if (state.isWaiting() && last.waiting().filter(this::isAhead).isPresent()) {
            Waiting waiting = last.waiting().get();
            return Option.some(new PlannedIfNewer.Nothing(new IfNewer.NothingNew(
                    last.started(),
                    "Run " + last.run() + " of this request waits until " + waiting.until() + ": " + waiting.because(),
                    missed.asJava())));
        }
        boolean isOpen = state.isWaiting()
                || state == RunState.PLANNED
                || state == RunState.PREPARING
                || state == RunState.TRANSFERRING;
        return Option.when(
                isOpen,
                () -> new PlannedIfNewer.Begin(
                        last.run(), "Run " + last.run() + " of this request is not over", missed.asJava()));
    }

    private boolean isAhead(Waiting waiting) {
        return waiting.until().isAfter(infrastructure.clock().instant());
    }

    /** Where the sources stand is looked at before anything is read, and goes with the run, so that the next look compares with it. */
    private Either<BridgeError, PlannedIfNewer> newer(
            Sharing sharing, Map<String, String> facts, Seq<RunRecord> same, Seq<LocalDate> missed, Call call) {
        SourceMarks marks = SourceMarks.of(sharing, connectors, infrastructure, call);
        Option<RunRecord> last = delivered(same);
        return changed(last, same, marks)
                .flatMap(changed -> changed.isNewer()
                        ? marks.now()
                                .flatMap(now -> planned(facts, now, call))
                                .map(run -> new PlannedIfNewer.Begin(run, changed.because(), missed.asJava()))
                        : Either.right(new PlannedIfNewer.Nothing(new IfNewer.NothingNew(
                                Receipts.delivered(last.get()), changed.because(), missed.asJava()))));
    }

    private static Either<BridgeError, Change> changed(Option<RunRecord> last, Seq<RunRecord> same, SourceMarks marks) {
        if (last.isEmpty()) {
            return Either.right(Change.newer("This request was never delivered"));
        }
        return same.last().state().isDelivered()
                ? marks.changedSince(last.get())
                : Either.right(Change.newer(
                        "The last run of this request, " + same.last().run() + ", was not delivered"));
    }

    private Either<BridgeError, RunId> planned(Map<String, String> facts, Map<String, String> marks, Call call) {
        Map<String, String> all = new TreeMap<>(marks);
        all.putAll(facts);
        return new Transfer(connectors, infrastructure).plan(all, call).map(RunRecord::run);
    }

    private static Option<RunRecord> delivered(Seq<RunRecord> same) {
        return same.filter(record -> record.state().isDelivered()).lastOption();
    }

    /**
     * Whether there is anything newer.
     *
     * @param because why, or why not, in a sentence
     */
    record Change(boolean isNewer, String because) {
        static Change newer(String because) {
            return new Change(true, because);
        }

        static Change none(String because) {
            return new Change(false, because);
        }
    }
}
