// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Who enters a list and who leaves it, and how that gets there: row by row, additions first, or as one file that the system loads, where the connection
 * offers that and the difference is worth it. Not thread-safe.
 */
final class ListChange {
    static final String ADDING = "adding members";
    static final String REMOVING = "removing members";
    static final String LOADING = "loading members";

    /** The fact that holds the list's id. */
    static final String LIST_ID = "list.id";

    /** The fact that says whether the difference goes by a load. Written down before the load begins, so that a resumed run looks for it. */
    private static final String BY_LOAD = "load";

    private final ImportRequest request;
    private final Connectors connectors;
    private final Call call;
    private IdSet entering = IdSet.EMPTY;
    private IdSet leaving = IdSet.EMPTY;

    ListChange(ImportRequest request, Connectors connectors, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.call = call;
    }

    /** Who enters and who leaves, out of who is in the list and who should be. Right: the record with what a resumed run must know. */
    Either<BridgeError, RunRecord> between(IdSet present, IdSet wanted, AudienceRef list, RunRecord record) {
        entering = wanted.minus(present);
        leaving = present.minus(wanted);
        long members = (long) entering.size() + leaving.size();
        return loader().map(loader -> members > 0 && loader.exists(offered -> offered.takes(members)))
                .map(byLoad -> Facts.with(record, Map.of(LIST_ID, list.id(), BY_LOAD, Boolean.toString(byLoad))));
    }

    IdSet entering() {
        return entering;
    }

    IdSet leaving() {
        return leaving;
    }

    /** Whether an earlier attempt handed the difference over; then it must not be worked out again, since the list may be half changed. */
    Either<BridgeError, Boolean> isHandedOver(RunRecord record) {
        return isByLoad(record)
                ? look(record).map(state -> !(state instanceof LoadState.NotBegun))
                : Either.right(false);
    }

    Either<BridgeError, StepOutcome> add(RunRecord record) {
        return write(record, Change.ADD, entering);
    }

    Either<BridgeError, StepOutcome> remove(RunRecord record) {
        return write(record, Change.REMOVE, leaving);
    }

    Either<BridgeError, StepOutcome> load(RunRecord record) {
        return look(record)
                .flatMap(state -> state instanceof LoadState.NotBegun
                        ? handOver(record).flatMap(summary -> look(record))
                        : Either.right(state))
                .flatMap(state -> arrived(record, state));
    }

    Either<BridgeError, Boolean> discard(RunRecord record) {
        return isByLoad(record)
                ? loader().flatMap(loader -> loader.map(offered -> offered.discard(loadOrder(record), call))
                        .getOrElse(Either.right(false)))
                : Either.right(false);
    }

    private Either<BridgeError, StepOutcome> arrived(RunRecord record, LoadState state) {
        if (state instanceof LoadState.Pending pending) {
            return Either.right(new StepOutcome.Wait(record, RunState.AWAITING_WORKFLOW, pending.waiting()));
        }
        return state instanceof LoadState.Loaded
                ? done(record)
                : Either.left(new BridgeError.OutcomeUnknown(
                        "The file of members was handed over and cannot be found; resume the run",
                        Incident.local(),
                        "the list " + list(record)));
    }

    private Either<BridgeError, WriteSummary> handOver(RunRecord record) {
        return requiredLoader()
                .flatMap(loader -> loader.open(loadOrder(record), call))
                .flatMap(sink -> Sending.recipients(entering, sink, (byte) 0, LOADING, call)
                        .flatMap(sent -> Sending.recipients(leaving, sink, TextKeys.LEAVING, LOADING, call))
                        .peekLeft(error -> sink.abort())
                        .flatMap(sent -> sink.finish()));
    }

    private Either<BridgeError, LoadState> look(RunRecord record) {
        return requiredLoader().flatMap(loader -> loader.look(loadOrder(record), call));
    }

    private Either<BridgeError, StepOutcome> write(RunRecord record, Change change, IdSet recipients) {
        return connectors
                .ability(request.into(), MemberWriter.class)
                .map(writer -> new LazySink(writer, writeOrder(record, change), call))
                .flatMap(sink -> Sending.recipients(
                                recipients, sink, (byte) 0, change == Change.ADD ? ADDING : REMOVING, call)
                        .peekLeft(error -> sink.abort())
                        .flatMap(sent -> sink.finish()))
                .flatMap(summary -> done(record));
    }

    private WriteOrder writeOrder(RunRecord record, Change change) {
        return WriteOrder.builder()
                .audience(list(record))
                .dataSource(request.dataSource())
                .change(change)
                .stamp(record.started().truncatedTo(ChronoUnit.SECONDS))
                .build();
    }

    private LoadOrder loadOrder(RunRecord record) {
        return new LoadOrder(record.run(), list(record));
    }

    private AudienceRef list(RunRecord record) {
        return new AudienceRef(request.into(), Facts.required(record.facts(), LIST_ID));
    }

    static boolean isByRows(RunRecord record) {
        return !isByLoad(record);
    }

    static boolean isByLoad(RunRecord record) {
        return Boolean.parseBoolean(record.facts().getOrDefault(BY_LOAD, "false"));
    }

    private Either<BridgeError, Option<MemberLoader>> loader() {
        return connectors.offered(request.into(), MemberLoader.class);
    }

    private Either<BridgeError, MemberLoader> requiredLoader() {
        return connectors.ability(request.into(), MemberLoader.class);
    }

    private static Either<BridgeError, StepOutcome> done(RunRecord record) {
        return Either.right(new StepOutcome.Done(record));
    }
}
