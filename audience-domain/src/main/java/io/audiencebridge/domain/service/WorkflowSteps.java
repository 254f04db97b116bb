// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;

/** The steps of a transfer that the system's own workflows carry: order it, then look until it is done. Nothing sleeps for them. */
final class WorkflowSteps {
    private final Connectors connectors;
    private final Journal journal;
    private final ConnectionName connection;
    private final Infrastructure infrastructure;

    private WorkflowSteps(Connectors connectors, Infrastructure infrastructure, ConnectionName connection) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.journal = infrastructure.journal();
        this.connection = connection;
    }

    /** The steps of an import. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        return Requests.check(request.list(), "list", DataSourceRules.forImport(request.dataSource()))
                .map(sound -> new WorkflowSteps(connectors, infrastructure, request.into())
                        .steps(
                                (times, record) -> times.beforeImport(order(request, record), call),
                                (workflows, record) -> workflows.orderImport(order(request, record), call),
                                (workflows, record) -> workflows.lookAtImport(
                                        order(request, record), ordered(request, record), call)));
    }

    /** The steps of an export. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ShareRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        return Requests.check(request.audience(), "audience", DataSourceRules.forSharing(request.dataSource()))
                .map(sound -> new WorkflowSteps(
                                connectors, infrastructure, request.list().connection())
                        .steps(
                                (times, record) -> times.beforeExport(order(request, record), call),
                                (workflows, record) -> workflows.orderExport(order(request, record), call),
                                (workflows, record) -> workflows.lookAtExport(
                                        order(request, record),
                                        WorkflowFacts.ordered(
                                                record.facts(), request.list().connection()),
                                        call)));
    }

    private Seq<Step> steps(
            Ask<OrderTimes, Instant> time,
            Ask<SharingWorkflows, Ordered> order,
            Ask<SharingWorkflows, WorkflowState> look) {
        return Vector.of(
                new Step("ordering the transfer", RunState.PREPARING, record -> order(time, order, record)),
                new Step("watching the workflow", RunState.TRANSFERRING, record -> watch(look, record)));
    }

    /** The first attempt orders; a later one that cannot know whether an earlier did says since when to look. */
    private Either<BridgeError, StepOutcome> order(
            Ask<OrderTimes, Instant> time, Ask<SharingWorkflows, Ordered> order, RunRecord record) {
        return WorkflowFacts.isOrdered(record.facts())
                ? Either.right(new StepOutcome.Done(record))
                : honoured()
                        .flatMap(sound -> announced(time, record))
                        .flatMap(announced -> ask(order, record)
                                .fold(error -> refused(announced, error), Either::<BridgeError, Ordered>right)
                                .map(ordered ->
                                        new StepOutcome.Done(Facts.with(announced, WorkflowFacts.write(ordered)))));
    }

    /** A system's workflows know its own flags only, and nobody whom the bridge remembers must be carried (SEMANTICS S23). */
    private Either<BridgeError, Boolean> honoured() {
        return SuppressedPeople.of(infrastructure)
                .flatMap(
                        people -> people.isEmpty()
                                ? Either.right(true)
                                : Either.left(
                                        BridgeError.InvalidRequest.of(
                                                "route",
                                                "The system's workflows know nothing of the people who opted out here; take the route BRIDGE")));
    }

    private Either<BridgeError, RunRecord> announced(Ask<OrderTimes, Instant> time, RunRecord record) {
        return WorkflowFacts.since(record.facts()).isPresent()
                ? Either.right(record)
                : connectors
                        .offered(connection, OrderTimes.class)
                        .flatMap(offered -> offered.map(times -> time.of(times, record)
                                        .map(now -> WorkflowFacts.since(record, now))
                                        .flatMap(journal::save))
                                .getOrElse(() -> Either.right(record)));
    }

    /** What was refused was not taken on; any other failure leaves it open. */
    private Either<BridgeError, Ordered> refused(RunRecord announced, BridgeError error) {
        boolean certain = error instanceof BridgeError.InvalidRequest
                || error instanceof BridgeError.NotFound
                || error instanceof BridgeError.AccessDenied
                || error instanceof BridgeError.Conflict
                || error instanceof BridgeError.RejectedBySystem;
        return certain
                ? journal.save(WorkflowFacts.refused(announced)).flatMap(saved -> Either.left(error))
                : Either.left(error);
    }

    private Either<BridgeError, StepOutcome> watch(Ask<SharingWorkflows, WorkflowState> look, RunRecord record) {
        return ask(look, record)
                .map(state -> state instanceof WorkflowState.Done done
                        ? new StepOutcome.Done(Facts.with(record, WorkflowFacts.write(done.report())))
                        : new StepOutcome.Wait(
                                record, RunState.AWAITING_WORKFLOW, ((WorkflowState.AtWork) state).waiting()));
    }

    private <T> Either<BridgeError, T> ask(Ask<SharingWorkflows, T> ask, RunRecord record) {
        return connectors.ability(connection, SharingWorkflows.class).flatMap(workflows -> ask.of(workflows, record));
    }

    private static Ordered ordered(ImportRequest request, RunRecord record) {
        return WorkflowFacts.ordered(record.facts(), request.into());
    }

    private static ImportOrder order(ImportRequest request, RunRecord record) {
        return ImportOrder.builder()
                .run(record.run())
                .audience(request.audience())
                .into(request.into())
                .list(request.list())
                .dataSource(request.dataSource())
                .since(WorkflowFacts.since(record.facts()))
                .build();
    }

    private static ExportOrder order(ShareRequest request, RunRecord record) {
        AudienceRef list = request.list();
        return ExportOrder.builder()
                .run(record.run())
                .list(list)
                .audience(request.audience())
                .dataSource(request.dataSource())
                .since(WorkflowFacts.since(record.facts()))
                .build();
    }

    /** Asks an ability something about a run. */
    @FunctionalInterface
    private interface Ask<A, T> {
        Either<BridgeError, T> of(A ability, RunRecord record);
    }
}
