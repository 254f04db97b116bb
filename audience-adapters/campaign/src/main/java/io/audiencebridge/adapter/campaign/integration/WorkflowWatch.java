// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.client.WorkflowCondition;
import io.audiencebridge.adapter.campaign.client.WorkflowStatus;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/** Waits for a workflow on the calling thread, and tells what an ended one died of. */
final class WorkflowWatch {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private final WorkflowReader reader;
    private final WorkflowLog log;
    private final Pause pause;

    WorkflowWatch(WorkflowReader reader, WorkflowLog log, Pause pause) {
        this.reader = reader;
        this.log = log;
        this.pause = pause;
    }

    /** See {@link io.audiencebridge.adapter.campaign.client.CampaignWorkflows#await}. */
    Either<BridgeError, Workflow> await(Workflow seen, WorkflowCondition until, Duration every, Call call) {
        if (every.compareTo(SHORTEST) < 0) {
            return Either.left(BridgeError.InvalidRequest.of("every", every + " must be at least " + SHORTEST));
        }
        while (true) {
            Either<BridgeError, Workflow> now = reader.find(seen.id(), call);
            if (now.isLeft()) {
                return now;
            }
            Option<Either<BridgeError, Workflow>> settled = settled(seen, now.get(), until, call);
            if (settled.isDefined()) {
                return settled.get();
            }
            Either<BridgeError, Call> open = pause.pause(every, call);
            if (open.isLeft()) {
                return Either.left(late(open.getLeft(), now.get(), call));
            }
        }
    }

    private Option<Either<BridgeError, Workflow>> settled(
            Workflow seen, Workflow now, WorkflowCondition until, Call call) {
        if (isOld(seen, now)) {
            return Option.none();
        }
        if (until.holds(now)) {
            return Option.some(Either.right(now));
        }
        return now.status() == WorkflowStatus.FAILED ? Option.some(failed(now, log, call)) : Option.none();
    }

    /** An ended state that was there before the command, unless the workflow worked since. */
    static boolean isOld(Workflow seen, Workflow now) {
        boolean ended = seen.status() == WorkflowStatus.FINISHED || seen.status() == WorkflowStatus.FAILED;
        return ended && now.status() == seen.status() && now.processed().equals(seen.processed());
    }

    /** What a workflow that stopped on an error answers with. */
    static <T> Either<BridgeError, T> failed(Workflow workflow, WorkflowLog log, Call call) {
        return log.trouble(workflow, call)
                .flatMap(trouble -> Either.left(new BridgeError.RejectedBySystem(
                        "Workflow '" + workflow.internalName() + "' stopped on an error (" + trouble
                                + "); read its log in Campaign, mend the cause and start it again",
                        Incident.at(SystemId.CAMPAIGN, call.correlationId()))));
    }

    private static BridgeError late(BridgeError ended, Workflow last, Call call) {
        return ended instanceof BridgeError.DeadlineExceeded
                ? new BridgeError.DeadlineExceeded(
                        "The time to wait for workflow '" + last.internalName() + "' was up while it was "
                                + last.status() + "; look at its log, or allow more time",
                        call.incident())
                : ended;
    }
}
