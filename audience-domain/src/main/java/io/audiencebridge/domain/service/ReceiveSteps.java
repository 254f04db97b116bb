// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.member.EventMerge;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ArrivedExports;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** The steps of receiving: apply the exports to what is known of the audience, match who is in it, change the list. */
final class ReceiveSteps {
    /** Exits of people nobody knows are remembered for longer than Platform itself remembers them, which is 30 days (SEMANTICS S26). */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final ReceiveRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final LedgerKey page;
    private final IntoList list;

    private ReceiveSteps(ReceiveRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.page = new LedgerKey(request.audience(), 0);
        this.list = new IntoList(asImport(request), connectors, infrastructure, call);
    }

    /** The steps. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ReceiveRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        ReceiveSteps steps = new ReceiveSteps(request, connectors, infrastructure, call);
        return Requests.check(request.list(), "list", violations(request))
                .map(sound -> Vector.of(
                                new Step(
                                        "applying exports",
                                        RunState.PREPARING,
                                        record -> steps.list.unlessHandedOver(record, steps::applyExports)),
                                new Step(
                                        "matching members",
                                        RunState.PREPARING,
                                        record -> steps.list.unlessHandedOver(record, steps::match)))
                        .appendAll(steps.list.steps()));
    }

    private static Seq<Violation> violations(ReceiveRequest request) {
        return DataSourceRules.forReceiving(request.key());
    }

    /** What the way into a list needs to know; a data source of no number, since none is involved. */
    static ImportRequest asImport(ReceiveRequest request) {
        return ImportRequest.builder()
                .audience(request.audience())
                .into(request.into())
                .list(request.list())
                .dataSource(DataSource.builder()
                        .id(0)
                        .key(ReceivedKeys.matching(request.key()))
                        .build())
                .ambiguity(request.ambiguity())
                .allowEmpty(request.allowEmpty())
                .build();
    }

    /** An attempt that died while it kept the state counts what it kept, or forgets it, before anything new is looked at. */
    private Either<BridgeError, StepOutcome> applyExports(RunRecord record) {
        return infrastructure
                .eventStates()
                .find(page)
                .flatMap(known -> arrived(
                        Intent.settled(
                                record,
                                export -> known.exists(
                                        applied -> applied.exports().contains(export))),
                        known));
    }

    private Either<BridgeError, StepOutcome> arrived(RunRecord record, Option<AppliedEvents> known) {
        return connectors
                .ability(request.audience().connection(), MembershipEvents.class)
                .flatMap(events -> events.exports(
                        request.audience(),
                        request.key(),
                        known.map(AppliedEvents::exports).getOrElse(HashSet.empty()),
                        call))
                .flatMap(arrived -> arrived.complete().isEmpty() && known.isEmpty()
                        ? Either.right(new StepOutcome.Wait(record, RunState.AWAITING_FILE, nothingYet(arrived)))
                        : trusted(known, arrived.complete())
                                .flatMap(sound -> apply(told(record, arrived), known, arrived)));
    }

    private static RunRecord told(RunRecord record, ArrivedExports arrived) {
        return NoticeFacts.with(record, Option.ofOptional(arrived.arriving()).map(Waiting::because));
    }

    private Waiting nothingYet(ArrivedExports arrived) {
        return arrived.arriving()
                .orElseGet(() -> new Waiting(
                        infrastructure.clock().instant().plus(LOOK_AGAIN),
                        "No complete export of audience " + request.audience() + " has arrived"));
    }

    /** A first export may lack people, so it must not empty a list that has some unless the caller says so (SEMANTICS S28). */
    private Either<BridgeError, Boolean> trusted(Option<AppliedEvents> known, Seq<EventExport> exports) {
        if (known.exists(AppliedEvents::hasFull)
                || request.trustFirstExport()
                || !exports.exists(EventExport::isFull)) {
            return Either.right(true);
        }
        return list.members()
                .flatMap(
                        present -> present.size() == 0
                                ? Either.right(true)
                                : Either.left(
                                        BridgeError.InvalidRequest.of(
                                                "trustFirstExport",
                                                "The list '" + request.list() + "' has " + present.size()
                                                        + " members and this is the first export of the audience, which may lack people; look at the export, then set trustFirstExport")));
    }

    private Either<BridgeError, StepOutcome> apply(
            RunRecord record, Option<AppliedEvents> known, ArrivedExports arrived) {
        Seq<EventExport> exports = arrived.complete();
        EventMerge merge = new EventMerge(known.map(AppliedEvents::state).getOrElse(EventState.EMPTY));
        ReceivedEvents received = new ReceivedEvents(merge, request.key(), call);
        NewestFull newest = new NewestFull();
        for (EventExport export : exports) {
            Either<BridgeError, Long> taken = received.take(export).peek(rows -> newest.look(export, rows));
            if (taken.isLeft()) {
                return Either.left(taken.getLeft());
            }
        }
        if (newest.isEmpty() && !request.allowEmpty()) {
            return Either.left(ImportSteps.empty(asImport(request)));
        }
        EventTally tally = received.tally(ReceiveFacts.tally(record.facts()));
        AppliedEvents applied = new AppliedEvents(
                known.map(AppliedEvents::exports).getOrElse(HashSet.empty()).addAll(exports.map(EventExport::identity)),
                merge.state(horizon(exports)));
        return tally.balanced()
                .flatMap(balanced ->
                        exports.isEmpty() ? Either.right(applied) : keep(record, applied, exports, balanced))
                .map(kept -> NoticeFacts.with(
                        Facts.with(record, ReceiveFacts.write(tally)), exports.flatMap(EventExport::notices)))
                .map(told -> applied.hasFull()
                        ? new StepOutcome.Done(told)
                        : new StepOutcome.Wait(told, RunState.AWAITING_FILE, noFullYet(arrived)));
    }

    /** State and identities are kept in one move, so one identity tells of all. */
    private Either<BridgeError, AppliedEvents> keep(
            RunRecord record, AppliedEvents applied, Seq<EventExport> exports, EventTally tally) {
        return infrastructure
                .journal()
                .save(Intent.planned(record, exports.head().identity(), ReceiveFacts.write(tally)))
                .flatMap(saved -> infrastructure.eventStates().keep(page, applied));
    }

    /** Changes alone say who entered, not who is in the audience: a list made of them would lose everybody else. They are kept until the full export comes. */
    private Waiting noFullYet(ArrivedExports arrived) {
        return arrived.arriving()
                .orElseGet(
                        () -> new Waiting(
                                infrastructure.clock().instant().plus(LOOK_AGAIN),
                                "Changes of audience " + request.audience()
                                        + " have arrived, and no full export to which they apply; they are kept until it comes"));
    }

    /** Counted from the newest export, not from today: a stopped clock at either end must not forget anybody. */
    private static long horizon(Seq<EventExport> exports) {
        return exports.map(EventExport::time)
                        .max()
                        .map(newest -> newest.minus(REMEMBERED))
                        .getOrElse(Instant.MIN.plus(REMEMBERED))
                        .getEpochSecond()
                * 1000;
    }

    private Either<BridgeError, StepOutcome> match(RunRecord record) {
        return infrastructure
                .eventStates()
                .find(page)
                .map(known -> known.map(AppliedEvents::state).getOrElse(EventState.EMPTY))
                .flatMap(state -> list.match(record, MembersAtHand.ofFingerprints(state.members()), Either::right));
    }

    /** The newest full export of those that arrived: an older one of nobody empties nothing (SEMANTICS S8). */
    private static final class NewestFull {
        private Instant time = Instant.MIN;
        private long rows = 1;

        void look(EventExport export, long read) {
            if (export.isFull() && !export.time().isBefore(time)) {
                time = export.time();
                rows = read;
            }
        }

        boolean isEmpty() {
            return rows == 0;
        }
    }
}
