// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.client.WorkflowCondition;
import io.audiencebridge.adapter.campaign.client.WorkflowEvent;
import io.audiencebridge.adapter.campaign.client.WorkflowLogEntry;
import io.audiencebridge.adapter.campaign.client.WorkflowLogQuery;
import io.audiencebridge.adapter.campaign.client.WorkflowStatus;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.WorkflowCalls;
import io.audiencebridge.adapter.campaign.soap.WorkflowCalls.Command;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;

/** Workflows, read before they are told anything. */
public final class WorkflowCommands implements CampaignWorkflows {
    private final CampaignSoap soap;
    private final Pause pause;
    private final WorkflowReader reader;
    private final WorkflowLog log;
    private final WorkflowCalls calls;
    private final WorkflowWatch watch;

    /** The workflows of the instance behind {@code soap}; {@code pause} lets time pass. */
    public WorkflowCommands(CampaignSoap soap, Pause pause) {
        this.soap = soap;
        this.pause = pause;
        this.reader = new WorkflowReader(soap);
        this.log = new WorkflowLog(soap);
        this.calls = new WorkflowCalls(soap);
        this.watch = new WorkflowWatch(reader, log, pause);
    }

    @Override
    public Either<BridgeError, Workflow> find(String workflow, CallOptions options) {
        return with(options).find(workflow, options.begin());
    }

    @Override
    public Either<BridgeError, Seq<Workflow>> technical(CallOptions options) {
        return with(options).reader.technical(options.begin());
    }

    @Override
    public Either<BridgeError, Seq<WorkflowLogEntry>> log(
            String workflow, WorkflowLogQuery query, CallOptions options) {
        WorkflowCommands line = with(options);
        Call call = options.begin();
        return line.find(workflow, call).flatMap(found -> line.log.page(found, query, call));
    }

    @Override
    public Either<BridgeError, Workflow> start(String workflow, CallOptions options) {
        return with(options).command(Command.START, workflow, options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> start(String workflow, Map<String, String> variables, CallOptions options) {
        return with(options).start(workflow, TreeMap.ofAll(variables), options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> stop(String workflow, CallOptions options) {
        return with(options).stop(workflow, options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> kill(String workflow, CallOptions options) {
        return with(options).command(Command.KILL, workflow, options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> pause(String workflow, CallOptions options) {
        return with(options).command(Command.PAUSE, workflow, options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> wake(String workflow, CallOptions options) {
        return with(options).wake(workflow, options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> post(String workflow, WorkflowEvent event, CallOptions options) {
        return with(options).post(workflow, event, options.begin());
    }

    @Override
    public Either<BridgeError, Long> spawn(String workflow, Map<String, String> variables, CallOptions options) {
        return with(options).spawn(workflow, TreeMap.ofAll(variables), options.begin());
    }

    @Override
    public Either<BridgeError, Workflow> await(
            Workflow seen, WorkflowCondition until, Duration every, CallOptions options) {
        return with(options).watch.await(seen, until, every, options.begin());
    }

    /** The workflow of that name. */
    public Either<BridgeError, Workflow> find(String workflow, Call call) {
        return reader.find(workflow, call);
    }

    /** Starts it with {@code variables}; right: as it was before. */
    public Either<BridgeError, Workflow> start(
            String workflow, io.vavr.collection.Map<String, String> variables, Call call) {
        return sound(variables)
                .flatMap(sound -> reader.find(workflow, call))
                .flatMap(found -> calls.start(found.id(), variables, call).map(taken -> found));
    }

    /** Wakes it up; right: as it was before. */
    public Either<BridgeError, Workflow> wake(String workflow, Call call) {
        return command(Command.WAKE_UP, workflow, call);
    }

    /** Stops it; right: as it was before. */
    public Either<BridgeError, Workflow> stop(String workflow, Call call) {
        return command(Command.STOP, workflow, call);
    }

    /** The logs. */
    public WorkflowLog log() {
        return log;
    }

    private WorkflowCommands with(CallOptions options) {
        return new WorkflowCommands(soap.with(options), pause);
    }

    private Either<BridgeError, Workflow> post(String workflow, WorkflowEvent event, Call call) {
        TreeMap<String, String> variables = TreeMap.ofAll(event.variables());
        return sound(variables)
                .flatMap(sound -> find(workflow, call))
                .flatMap(WorkflowCommands::listening)
                .flatMap(found -> calls.post(
                                found.id(), event.activity(), event.transition(), variables, event.complete(), call)
                        .map(taken -> found));
    }

    private Either<BridgeError, Long> spawn(
            String workflow, io.vavr.collection.Map<String, String> variables, Call call) {
        return sound(variables)
                .flatMap(sound -> find(workflow, call))
                .flatMap(found -> calls.spawn(found.id(), variables, call));
    }

    private Either<BridgeError, Workflow> command(Command command, String workflow, Call call) {
        return reader.find(workflow, call)
                .flatMap(found -> calls.command(command, found.id(), call).map(taken -> found));
    }

    /** Source: Campaign Classic, "JavaScript in workflows": an event for a workflow that is not started is an error in the server's log, not a fault. */
    private static Either<BridgeError, Workflow> listening(Workflow workflow) {
        return workflow.status() == WorkflowStatus.STARTED || workflow.status() == WorkflowStatus.PAUSED
                ? Either.right(workflow)
                : Either.left(BridgeError.Conflict.of("Workflow '" + workflow.internalName() + "' is "
                        + workflow.status() + " and would drop the event; start it first"));
    }

    private static Either<BridgeError, Boolean> sound(io.vavr.collection.Map<String, String> variables) {
        Vector<Violation> wrong = variables
                .keySet()
                .filter(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}"))
                .toVector()
                .map(name -> new Violation(
                        "variables", "'" + name + "' must be a plain name of letters, digits and underscores"));
        return wrong.isEmpty()
                ? Either.right(true)
                : Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
    }
}
