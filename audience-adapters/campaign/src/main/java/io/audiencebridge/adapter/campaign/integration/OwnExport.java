// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exports by Campaign's own workflows: one that the instance's people built around the activity <i>Update shared audience</i> reads the list and hands its
 * result to {@code exportSharedAudience}, which writes the file. Only new members are added. Source: Campaign Classic, "Importing and exporting audiences".
 */
public final class OwnExport {
    private static final Duration CADENCE = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(2);

    /** How long Campaign may take until it begins what it took down. UNVERIFIED: no document says it. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** UNVERIFIED: the words of the log; the labels are those of the activity's transitions. */
    private static final Pattern RESULT = Pattern.compile("\\bResult: ([0-9]{1,18})\\b");

    private static final Pattern COMPLEMENT = Pattern.compile("\\bComplement: ([0-9]{1,18})\\b");
    private final Optional<String> workflow;
    private final RecipientLists lists;
    private final AmcDataSourceRecords dataSources;
    private final WorkflowCommands workflows;
    private final TechnicalWorkflow technical;
    private final ServerClock clock;

    /**
     * Exports lists.
     *
     * @param workflow the internal name of the workflow that updates a shared audience; empty when there is none
     */
    public OwnExport(
            Optional<String> workflow,
            RecipientLists lists,
            AmcDataSourceRecords dataSources,
            AccountReader accounts,
            WorkflowCommands workflows,
            ServerClock clock) {
        this.workflow = workflow;
        this.lists = lists;
        this.dataSources = dataSources;
        this.workflows = workflows;
        this.technical = new TechnicalWorkflow(ExternalAccounts.EXPORT, accounts, workflows);
        this.clock = clock;
    }

    Either<BridgeError, Instant> before(ExportOrder order, Call call) {
        return name().flatMap(name -> technical
                .running(call)
                .flatMap(running ->
                        OwnWorkflows.dataSource(dataSources, order.dataSource().id(), call))
                .flatMap(source -> lists.readable(order.list(), call))
                .flatMap(list -> idle(name, call))
                .flatMap(idle -> clock.now(call)));
    }

    /** An order that an earlier attempt may have given is not given again: {@link #look} sees whether it arrived, and makes up for it. */
    Either<BridgeError, Ordered> order(ExportOrder order, Call call) {
        return order.since().isPresent()
                ? lists.readable(order.list(), call)
                        .map(list -> new Ordered(
                                OwnWorkflows.byId(order.list(), list.id()),
                                order.since().get()))
                : before(order, call).flatMap(now -> started(order, now, call));
    }

    /** The time is taken first: what the workflow logs from then on belongs to this order. */
    private Either<BridgeError, Ordered> started(ExportOrder order, Instant now, Call call) {
        return name().flatMap(name -> OwnWorkflows.dataSource(
                        dataSources, order.dataSource().id(), call)
                .flatMap(source -> lists.readable(order.list(), call)
                        .flatMap(list -> workflows
                                .start(name, variables(order, list.id(), source), call)
                                .map(started -> new Ordered(OwnWorkflows.byId(order.list(), list.id()), now)))));
    }

    private static Map<String, String> variables(ExportOrder order, String list, AmcDataSource source) {
        return LinkedHashMap.of("listId", list, "audience", order.audience(), "dataSource", source.name());
    }

    Either<BridgeError, WorkflowState> look(ExportOrder order, Ordered ordered, Call call) {
        return name().flatMap(name -> workflows.find(name, call)).flatMap(now -> {
            boolean worked =
                    now.processed().filter(at -> !at.isBefore(ordered.at())).isPresent();
            return switch (now.status()) {
                case FINISHED -> worked ? handedOver(now, ordered, call) : unbegun(order, ordered, now, call);
                case FAILED ->
                    worked ? WorkflowWatch.failed(now, workflows.log(), call) : unbegun(order, ordered, now, call);
                case PAUSED -> paused(now, call);
                case EDITED -> unbegun(order, ordered, now, call);
                case STARTED, CHANGING, UNKNOWN -> atWork(now);
            };
        });
    }

    /** Campaign takes a start down and begins later; one that was never taken down is given after a while. */
    private Either<BridgeError, WorkflowState> unbegun(
            ExportOrder order, Ordered ordered, Workflow exporting, Call call) {
        return clock.now(call)
                .flatMap(now -> now.isAfter(ordered.at().plus(GRACE))
                        ? before(order, call)
                                .flatMap(time -> started(order, time, call))
                                .map(started -> GRACE)
                        : Either.right(SOON))
                .map(wait -> new WorkflowState.AtWork(clock.after(wait, because(exporting))));
    }

    /** The user's workflow is through: the rest is Campaign's own, which is done once it has worked after that. */
    private Either<BridgeError, WorkflowState> handedOver(Workflow exporting, Ordered ordered, Call call) {
        Instant ended = exporting.processed().orElse(ordered.at());
        return technical
                .running(call)
                .flatMap(
                        own -> own.processed().filter(at -> !at.isBefore(ended)).isPresent()
                                ? report(exporting, ordered, own.processed().orElse(ended), call)
                                : clock.until(
                                                own.nextProcessing(),
                                                CADENCE,
                                                "Technical workflow '" + own.internalName()
                                                        + "' has not yet written what workflow '"
                                                        + exporting.internalName()
                                                        + "' handed over; it works once an hour",
                                                call)
                                        .map(WorkflowState.AtWork::new));
    }

    private Either<BridgeError, WorkflowState> report(Workflow exporting, Ordered ordered, Instant ended, Call call) {
        return workflows
                .log()
                .number(exporting, ordered.at(), RESULT, call)
                .flatMap(result -> workflows
                        .log()
                        .number(exporting, ordered.at(), COMPLEMENT, call)
                        .map(complement -> new WorkflowState.Done(new WorkflowReport(ended, result, complement))));
    }

    private Either<BridgeError, WorkflowState> atWork(Workflow exporting) {
        return Either.right(new WorkflowState.AtWork(clock.after(SOON, because(exporting))));
    }

    private static String because(Workflow exporting) {
        return "Workflow '" + exporting.internalName() + "' has not finished with the list yet";
    }

    private static <T> Either<BridgeError, T> paused(Workflow exporting, Call call) {
        return Either.left(new BridgeError.RejectedBySystem(
                "Workflow '" + exporting.internalName() + "' is paused; start it in Campaign, then resume the run",
                Incident.at(SystemId.CAMPAIGN, call.correlationId())));
    }

    /** A start would have a failed workflow go on with the list that it failed with; stopped, it begins anew. */
    private Either<BridgeError, Workflow> idle(String name, Call call) {
        return workflows.find(name, call).flatMap(found -> switch (found.status()) {
            case PAUSED -> paused(found, call);
            case STARTED, CHANGING ->
                later("Workflow '" + name + "' is at work on another list; resume the run once it has finished", call);
            case FAILED ->
                workflows
                        .stop(name, call)
                        .flatMap(taken -> later(
                                "Workflow '" + name + "' stood on an error of an earlier run and was stopped, to begin"
                                        + " anew; resume the run in a moment",
                                call));
            case EDITED, FINISHED, UNKNOWN -> Either.right(found);
        });
    }

    private static <T> Either<BridgeError, T> later(String message, Call call) {
        return Either.left(
                new BridgeError.Unavailable(message, Incident.at(SystemId.CAMPAIGN, call.correlationId()), SOON));
    }

    private Either<BridgeError, String> name() {
        return workflow.<Either<BridgeError, String>>map(Either::right)
                .orElseGet(() -> Either.left(BridgeError.InvalidRequest.of(
                        "campaign.exportWorkflow",
                        "is missing; Campaign exports by a workflow with the activity 'Update shared audience': build"
                                + " one and give its internal name, or share by Route.BRIDGE")));
    }
}
