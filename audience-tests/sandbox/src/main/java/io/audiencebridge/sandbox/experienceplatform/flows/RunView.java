// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;

/** A run as Flow Service shows it. Source: experience-cloud.md, section 4.7. UNVERIFIED: that times are milliseconds since 1970. */
final class RunView {
    private RunView() {}

    static ObjectNode of(Run run, Switches switches) {
        ObjectNode view = Reply.object()
                .put("id", run.id())
                .put("flowId", run.destination())
                .put("createdAt", run.startedAt().toEpochMilli())
                .put("updatedAt", run.completedAt().orElse(run.startedAt()).toEpochMilli());
        ObjectNode metrics = view.putObject("metrics");
        ObjectNode duration = metrics.putObject("durationSummary")
                .put("startedAtUTC", run.startedAt().toEpochMilli());
        run.completedAt().ifPresent(at -> duration.put("completedAtUTC", at.toEpochMilli()));
        metrics.putObject("sizeSummary")
                .put(
                        "outputBytes",
                        run.files().stream().mapToLong(Run.RunFile::size).sum());
        records(run, metrics.putObject("recordSummary"));
        metrics.putObject("fileSummary").put("outputFileCount", run.files().size());
        status(run, metrics.putObject("statusSummary"), switches);
        view.putArray("activities").addObject().put("id", run.audience()).put("name", "segment:" + run.audience());
        return view;
    }

    private static void records(Run run, ObjectNode summary) {
        long skipped = run.skipped() + run.duplicates();
        summary.put("inputRecordCount", run.members())
                .put("outputRecordCount", run.rows())
                .put("createdRecordCount", run.rows())
                .put("skippedRecordCount", skipped);
        if (skipped > 0) {
            summary.putArray("skippedInfo")
                    .addObject()
                    .put("code", "ACTIVATION_BATCH-0000-SKIP")
                    .put("message", "Records were skipped.")
                    .put("count", skipped);
        }
    }

    private static void status(Run run, ObjectNode summary, Switches switches) {
        String status = run.failure().isPresent() ? "failed" : run.goesOn() ? "processing" : "success";
        summary.put("status", switches.spelled(status));
        run.failure()
                .ifPresent(why -> summary.putArray("errors")
                        .addObject()
                        .put("code", "ACTIVATION_BATCH-0000-FAILED")
                        .put("message", why));
    }
}
