// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;

/**
 * Workflows: their state, their log, their commands. A workflow is named by its id or its internal name.
 *
 * <p>Commands are taken down, not carried out: Campaign queues them, answers at once, and tells what went wrong in the workflow's log alone. Each one reads
 * the workflow first and answers with what it saw, so that a wait can tell what is new; left {@code NotFound} when there is none of that name. A command
 * whose answer was lost is {@code OutcomeUnknown}, since none but pausing and waking may be sent twice. Needs the right to read workflows, and for the
 * commands that to start them: for technical workflows that is the Administration right.
 *
 * <p>Blocks; safe for use by several threads. Source: Campaign Classic, "Starting a workflow", "Supervising workflows", "Technical workflows".
 */
public interface CampaignWorkflows {
    /** One workflow. */
    Either<BridgeError, Workflow> find(String workflow, CallOptions options);

    /** Campaign's own workflows, by their internal names. */
    Either<BridgeError, Seq<Workflow>> technical(CallOptions options);

    /** A page of the log. */
    Either<BridgeError, Seq<WorkflowLogEntry>> log(String workflow, WorkflowLogQuery query, CallOptions options);

    /** Starts it from the beginning; one that is paused goes on. */
    Either<BridgeError, Workflow> start(String workflow, CallOptions options);

    /** Starts it with variables, by plain names, which its activities read as {@code vars.name} or {@code instance.vars.name}. */
    Either<BridgeError, Workflow> start(String workflow, Map<String, String> variables, CallOptions options);

    /** Stops it once its tasks at work have ended. */
    Either<BridgeError, Workflow> stop(String workflow, CallOptions options);

    /** Stops it at once, tasks at work included. */
    Either<BridgeError, Workflow> kill(String workflow, CallOptions options);

    /** Holds it; {@link #start} lets it go on. */
    Either<BridgeError, Workflow> pause(String workflow, CallOptions options);

    /** Has it look at its work now, not at its next date. */
    Either<BridgeError, Workflow> wake(String workflow, CallOptions options);

    /** Hands an event to one of its activities. Left: {@code Conflict} when it is neither started nor paused, since Campaign drops the event in silence then. */
    Either<BridgeError, Workflow> post(String workflow, WorkflowEvent event, CallOptions options);

    /** Starts a copy of it with variables; right: the copy's id. */
    Either<BridgeError, Long> spawn(String workflow, Map<String, String> variables, CallOptions options);

    /**
     * Reads the workflow at intervals until {@code until} holds. Waits on the calling thread, until the options' time is over at the latest.
     *
     * <p>Left: {@code RejectedBySystem} when it stopped on an error instead, with the codes of its log; {@code DeadlineExceeded} with the state it was in
     * last.
     *
     * @param seen the workflow as its command answered it: as long as it has not worked since, a finished or failed state is that of an earlier run
     * @param every the interval, from one second on
     */
    Either<BridgeError, Workflow> await(Workflow seen, WorkflowCondition until, Duration every, CallOptions options);
}
