// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.ListBinding;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.lists.ListBindings;
import io.audiencebridge.adapter.campaign.lists.ListWriter;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Imports by Campaign's own workflow: a list is bound to the audience, and {@code importSharedAudience} fills it once Audience Manager has delivered a file.
 * Whoever cannot be matched is dropped by Campaign without a word. Source: Campaign Classic, "Importing and exporting audiences".
 */
public final class OwnImport {
    private static final Duration CADENCE = Duration.ofHours(1);
    private final RecipientLists lists;
    private final ListWriter writer;
    private final ListBindings bindings;
    private final AmcDataSourceRecords dataSources;
    private final WorkflowCommands workflows;
    private final TechnicalWorkflow technical;
    private final ServerClock clock;

    /** Imports into lists that {@code writer} finds or creates. */
    public OwnImport(
            RecipientLists lists,
            ListWriter writer,
            ListBindings bindings,
            AmcDataSourceRecords dataSources,
            AccountReader accounts,
            WorkflowCommands workflows,
            ServerClock clock) {
        this.lists = lists;
        this.writer = writer;
        this.bindings = bindings;
        this.dataSources = dataSources;
        this.workflows = workflows;
        this.technical = new TechnicalWorkflow(ExternalAccounts.IMPORT, accounts, workflows);
        this.clock = clock;
    }

    Either<BridgeError, Instant> before(ImportOrder order, Call call) {
        return source(order, call).flatMap(source -> clock.now(call));
    }

    Either<BridgeError, Ordered> order(ImportOrder order, Call call) {
        return source(order, call).flatMap(source -> bound(order, source, call));
    }

    private Either<BridgeError, AmcDataSource> source(ImportOrder order, Call call) {
        return technical
                .running(call)
                .flatMap(running ->
                        OwnWorkflows.dataSource(dataSources, order.dataSource().id(), call));
    }

    /** The workflow is woken last: what it does from then on is done for the binding. An earlier attempt may have bound the list, and the workflow filled it since. */
    private Either<BridgeError, Ordered> bound(ImportOrder order, AmcDataSource source, Call call) {
        ListBinding binding = ListBinding.builder()
                .audienceId(order.audience().id())
                .audience(order.list())
                .dataSource(source.id())
                .build();
        return writer.findOrCreate(order.list(), call)
                .flatMap(list -> bindings.bind(list, binding, call))
                .flatMap(list -> clock.now(call)
                        .flatMap(now -> technical
                                .wake(call)
                                .map(woken -> new Ordered(
                                        new AudienceRef(order.into(), list.id()),
                                        order.since().orElse(now)))));
    }

    Either<BridgeError, WorkflowState> look(Ordered ordered, Call call) {
        return technical
                .running(call)
                .flatMap(workflow -> lists.writable(ordered.list(), call)
                        .flatMap(list -> told(workflow, ordered, call)
                                .flatMap(told -> told.isDefined()
                                        ? Either.right(told.get())
                                        : untold(workflow, ordered, list, call))));
    }

    /** What the workflow's log says of this list since the order. */
    private Either<BridgeError, Option<WorkflowState>> told(Workflow workflow, Ordered ordered, Call call) {
        Pattern filled =
                Pattern.compile("\\bList " + Pattern.quote(ordered.list().id()) + ": ([0-9]{1,18}) recipients");
        return workflows
                .log()
                .number(workflow, ordered.at(), filled, call)
                .map(people -> people.isPresent()
                        ? Option.some(done(workflow.processed().orElse(ordered.at()), people))
                        : Option.none());
    }

    /** UNVERIFIED: a real log may use other words; then a list that changed since, and not after the workflow's last pass, was filled by it. */
    private Either<BridgeError, WorkflowState> untold(
            Workflow workflow, Ordered ordered, CampaignList list, Call call) {
        Instant changed = list.modified().orElse(Instant.MIN);
        Instant processed = workflow.processed().orElse(Instant.MIN);
        if (changed.isAfter(ordered.at()) && !processed.isBefore(changed)) {
            return lists.size(ordered.list(), call).map(size -> done(processed, OptionalLong.of(size)));
        }
        return clock.until(
                        workflow.nextProcessing(),
                        CADENCE,
                        "Technical workflow '" + workflow.internalName() + "' has not filled list " + ordered.list()
                                + " yet; Audience Manager delivers once a day, so that it takes 24 to 36 hours, and"
                                + " members from Analytics up to 60",
                        call)
                .map(WorkflowState.AtWork::new);
    }

    private static WorkflowState done(Instant ended, OptionalLong people) {
        return new WorkflowState.Done(new WorkflowReport(ended, people, OptionalLong.empty()));
    }
}
