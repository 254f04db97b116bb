// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.integration.ServerClock;
import io.audiencebridge.adapter.campaign.integration.WorkflowCommands;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/**
 * One file that one workflow writes or reads. The workflow has one run at a time, so that a file may have to wait for its turn; nothing waits for it on a
 * thread. The note is written before the start: a start whose answer was lost is seen by the workflow's date, and made up for if it never arrived.
 */
final class BulkJob {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** How long Campaign may take until it begins what it took down. UNVERIFIED: no document says it. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final String workflow;
    private final BulkStore store;
    private final WorkflowCommands workflows;
    private final ServerClock clock;
    private final Map<String, String> variables;

    BulkJob(
            String workflow,
            BulkStore store,
            WorkflowCommands workflows,
            ServerClock clock,
            Map<String, String> variables) {
        this.workflow = workflow;
        this.store = store;
        this.workflows = workflows;
        this.clock = clock;
        this.variables = variables;
    }

    /** Starts the workflow, or has the file wait for its turn. */
    Either<BridgeError, JobState> begin(Call call) {
        return workflows.find(workflow, call).flatMap(now -> switch (now.status()) {
            case PAUSED -> paused(call);
            case STARTED, CHANGING -> queue("is at work on another file first", call);
            case FAILED -> stop(call);
            case EDITED, FINISHED, UNKNOWN -> start(call);
        });
    }

    /** How far it has come; starts the workflow if it is the file's turn. Left: {@code RejectedBySystem} when it failed; then the next attempt orders anew. */
    Either<BridgeError, JobState> look(Call call) {
        return store.ordered(call).flatMap(ordered -> {
            if (ordered.isEmpty()) {
                return Either.right(new JobState.NotBegun());
            }
            return ordered.get().equals(Instant.EPOCH)
                    ? begin(call)
                    : workflows.find(workflow, call).flatMap(now -> since(ordered.get(), now, call));
        });
    }

    /** Has the next attempt order anew, and says why this one failed. */
    <T> Either<BridgeError, T> failed(String message, Call call) {
        return store.forget(call)
                .flatMap(gone -> Either.left(new BridgeError.RejectedBySystem(
                        message, Incident.at(SystemId.CAMPAIGN, call.correlationId()))));
    }

    private Either<BridgeError, JobState> since(Instant ordered, Workflow now, Call call) {
        boolean worked = now.processed().filter(at -> !at.isBefore(ordered)).isPresent();
        return switch (now.status()) {
            case PAUSED -> paused(call);
            case FINISHED -> worked ? Either.right(new JobState.Ended(now, ordered)) : unbegun(ordered, call);
            case FAILED -> worked ? trouble(now, call) : unbegun(ordered, call);
            case EDITED -> unbegun(ordered, call);
            case STARTED, CHANGING, UNKNOWN -> Either.right(atWork("has not finished with it yet"));
        };
    }

    private Either<BridgeError, JobState> unbegun(Instant ordered, Call call) {
        return clock.now(call)
                .flatMap(now -> now.isAfter(ordered.plus(GRACE))
                        ? begin(call)
                        : Either.right(atWork("has not begun with it yet")));
    }

    private Either<BridgeError, JobState> start(Call call) {
        return clock.now(call)
                .flatMap(now -> store.note(now, call))
                .flatMap(noted -> workflows.start(workflow, variables, call))
                .fold(
                        failed -> failed instanceof BridgeError.OutcomeUnknown
                                ? Either.right(atWork("may not have heard of it yet"))
                                : store.forget(call).flatMap(gone -> Either.left(failed)),
                        started -> Either.right(atWork("was started for it")));
    }

    /** A start would have a failed workflow go on with the file that it failed with; stopped, it begins anew. */
    private Either<BridgeError, JobState> stop(Call call) {
        return workflows
                .stop(workflow, call)
                .flatMap(taken -> queue("stood on an error of an earlier file and was stopped, to begin anew", call));
    }

    private Either<BridgeError, JobState> queue(String why, Call call) {
        return store.note(Instant.EPOCH, call).map(noted -> atWork(why));
    }

    private Either<BridgeError, JobState> trouble(Workflow now, Call call) {
        return workflows
                .log()
                .trouble(now, call)
                .flatMap(trouble -> failed(
                        "Workflow '" + workflow + "' stopped on an error (" + trouble + ") with file " + store.file()
                                + "; read its log in Campaign, mend the cause, then resume the run",
                        call));
    }

    private Either<BridgeError, JobState> paused(Call call) {
        return Either.left(new BridgeError.RejectedBySystem(
                "Workflow '" + workflow + "' is paused; start it in Campaign, then resume the run",
                Incident.at(SystemId.CAMPAIGN, call.correlationId())));
    }

    private JobState atWork(String what) {
        return new JobState.AtWork(
                clock.after(SOON, "Workflow '" + workflow + "' " + what + " (file " + store.file() + ")"));
    }
}
