// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.client.WorkflowLogQuery;
import io.audiencebridge.adapter.campaign.integration.WorkflowLog;
import io.audiencebridge.adapter.campaign.integration.WorkflowReader;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at the workflows that carry members by Campaign's own route. Of their logs it tells codes and activities, never a message. */
public final class WorkflowLook {
    private static final String WHERE = " under Administration, Production, Technical workflows";

    /** A technical workflow works every hour; so long without a pass is no chance. */
    private static final Duration OVERDUE = Duration.ofHours(3);

    /** Errors so old still tell of today's sharing, which takes 36 hours. */
    private static final Duration RECENT = Duration.ofDays(2);

    private final WorkflowReader reader;
    private final WorkflowLog log;
    private final Optional<String> exporting;

    /** {@code exporting} is the workflow that exports, if one is set. */
    public WorkflowLook(WorkflowReader reader, WorkflowLog log, Optional<String> exporting) {
        this.reader = reader;
        this.log = log;
        this.exporting = exporting;
    }

    /** The technical workflow; {@code now} by Campaign's own clock. */
    public CheckOutcome technical(Situation situation, boolean installed, Instant now, Call call) {
        String name = situation.isExport() ? ExternalAccounts.EXPORT : ExternalAccounts.IMPORT;
        Either<BridgeError, Workflow> found = reader.find(name, call);
        if (found.isRight()) {
            return state(situation, found.get(), now, call);
        }
        if (!(found.getLeft() instanceof BridgeError.NotFound)) {
            return situation.unseen(Documented.WORKFLOW, found.getLeft());
        }
        return installed
                ? blocked(
                        situation,
                        "There is no technical workflow '" + name + "', or the operator may not see it.",
                        "Restore the technical workflow '" + name + "'" + WHERE + ".")
                : situation.unseen(Documented.WORKFLOW, "The package that brings workflow '" + name + "' is missing.");
    }

    private CheckOutcome state(Situation situation, Workflow workflow, Instant now, Call call) {
        String subject = "Technical workflow '" + workflow.internalName() + "' ";
        String start = "Start '" + workflow.internalName() + "'" + WHERE + ".";
        return switch (workflow.status()) {
            case FAILED ->
                blocked(
                        situation,
                        subject + "stopped on an error" + last(workflow) + "; its log has " + trouble(workflow, call)
                                + ".",
                        "Read its log, mend what it names, then start it" + WHERE + ".");
            case PAUSED -> blocked(situation, subject + "is paused" + last(workflow) + ".", start);
            case EDITED, FINISHED -> blocked(situation, subject + "is stopped" + last(workflow) + ".", start);
            case CHANGING, UNKNOWN ->
                situation.found(
                        Documented.WORKFLOW,
                        Severity.INFORMS,
                        Certainty.SEEN,
                        subject + "is in state " + workflow.statusCode() + last(workflow) + ".",
                        "Look at it again in a minute" + WHERE + ".");
            case STARTED -> started(situation, subject, workflow, now, call);
        };
    }

    private CheckOutcome started(Situation situation, String subject, Workflow workflow, Instant now, Call call) {
        boolean overdue = workflow.processed()
                .filter(at -> at.isBefore(now.minus(OVERDUE)))
                .isPresent();
        if (overdue) {
            return weakened(
                    situation,
                    subject + "is started, but did nothing" + last(workflow) + "; it is " + now + " there.",
                    "Look whether the workflow server (wfserver) runs, then wake '" + workflow.internalName() + "'"
                            + WHERE + ".");
        }
        WorkflowLogQuery errors = WorkflowLogQuery.builder()
                .since(now.minus(RECENT))
                .errorsOnly(true)
                .build();
        int lines = log.page(workflow, errors, call).map(Seq::size).getOrElse(0);
        return lines > 0
                ? weakened(
                        situation,
                        subject + "is started" + last(workflow) + ", but logged " + lines + " errors in two days: "
                                + trouble(workflow, call) + ".",
                        "Read its log" + WHERE + " and mend what it names.")
                : situation.met(
                        Documented.WORKFLOW, subject + "is started" + last(workflow) + ", without a recent error.");
    }

    private String trouble(Workflow workflow, Call call) {
        return log.trouble(workflow, call).getOrElse("what could not be read");
    }

    private static String last(Workflow workflow) {
        return workflow.processed().map(at -> " (last pass " + at + ")").orElse(" (no pass yet)");
    }

    /** The workflow that a user built to export. Only by Campaign's own route. */
    public CheckOutcome exporting(Situation situation, Call call) {
        if (exporting.isEmpty()) {
            return exported(
                    situation,
                    situation.ofWorkflows(),
                    "No workflow is set that exports.",
                    "Build one with the activity Update shared audience and give its internal name as exportWorkflow.");
        }
        String name = exporting.get();
        Either<BridgeError, Workflow> found = reader.find(name, call);
        if (found.isLeft()) {
            return found.getLeft() instanceof BridgeError.NotFound
                    ? exported(
                            situation,
                            situation.ofWorkflows(),
                            "There is no workflow '" + name + "', or the operator may not see it.",
                            "Correct exportWorkflow, or build that workflow.")
                    : situation.unseen(Documented.EXPORT_WORKFLOW, found.getLeft());
        }
        return switch (found.get().status()) {
            case PAUSED ->
                exported(
                        situation,
                        situation.ofWorkflows(),
                        "Workflow '" + name + "' is paused.",
                        "Start or stop workflow '" + name + "' in Campaign.");
            case FAILED ->
                exported(
                        situation,
                        situation.isByWorkflows() ? Severity.WEAKENS : Severity.INFORMS,
                        "Workflow '" + name + "' stands on an error of an earlier run: " + trouble(found.get(), call)
                                + "; the next run stops it first.",
                        "Read the log of workflow '" + name + "' and mend what it names.");
            case STARTED, CHANGING ->
                exported(
                        situation,
                        Severity.INFORMS,
                        "Workflow '" + name + "' is at work; a run waits for it.",
                        "Wait until it has finished.");
            case EDITED, FINISHED, UNKNOWN ->
                situation.met(Documented.EXPORT_WORKFLOW, "Workflow '" + name + "' is there and free.");
        };
    }

    private static CheckOutcome exported(Situation situation, Severity severity, String seen, String remedy) {
        return situation.found(Documented.EXPORT_WORKFLOW, severity, Certainty.SEEN, seen, remedy);
    }

    private static CheckOutcome blocked(Situation situation, String seen, String remedy) {
        return found(Documented.WORKFLOW, situation, situation.ofWorkflows(), seen, remedy);
    }

    private static CheckOutcome weakened(Situation situation, String seen, String remedy) {
        Severity severity = situation.isByWorkflows() ? Severity.WEAKENS : Severity.INFORMS;
        return found(Documented.WORKFLOW, situation, severity, seen, remedy);
    }

    private static CheckOutcome found(
            Precondition precondition, Situation situation, Severity severity, String seen, String remedy) {
        return situation.found(precondition, severity, Certainty.SEEN, seen, remedy);
    }
}
