// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Optional;

/** The legs of a sharing that the system's own workflows carry (SEMANTICS S22). */
final class WorkflowLegs {
    private static final String WINDOWS = "experience-cloud.md, 6.1";

    private final LegClock clock;
    private final RunRecord record;

    WorkflowLegs(LegClock clock) {
        this.clock = clock;
        this.record = clock.record();
    }

    Seq<TimelineLeg> all() {
        Vector<TimelineLeg> legs = Vector.of(clock.planned(), ordered(), done());
        return LegClock.inOrder(ShareFacts.isShare(record.facts()) ? legs.append(visible()) : legs);
    }

    private TimelineLeg ordered() {
        String title = "The workflow is ordered";
        return WorkflowFacts.isOrdered(record.facts())
                ? clock.passed(
                        "workflow-ordered",
                        title,
                        WorkflowFacts.orderedAt(record.facts()),
                        "By the system's own clock",
                        "")
                : clock.standing("workflow-ordered", title, clock.ofRun(), clock.because(), "");
    }

    private TimelineLeg done() {
        String title = "The workflow is done";
        Optional<WorkflowReport> report = WorkflowFacts.report(record.facts());
        if (report.isPresent()) {
            return clock.passed(
                    "workflow-done", title, report.map(WorkflowReport::ended), people(report.get()), WINDOWS);
        }
        FreshnessWindow window = clock.policy().window(record.started(), FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN);
        return clock.isStuck() || !WorkflowFacts.isOrdered(record.facts())
                ? LegClock.within(
                        window, clock.standing("workflow-done", title, clock.ofRun(), clock.because(), WINDOWS))
                : clock.due("workflow-done", title, window, clock.because(), WINDOWS);
    }

    private TimelineLeg visible() {
        String title = "Audience Manager shows the members";
        String told = "No call tells who among an audience's members came by this run";
        return WorkflowFacts.report(record.facts())
                .map(report -> LegClock.within(
                        clock.policy().window(report.ended(), FreshnessLeg.CAMPAIGN_TO_AUDIENCE_MANAGER),
                        clock.standing("visible", title, State.UNSEEN, told, WINDOWS)))
                .orElseGet(() -> clock.standing("visible", title, State.UNSEEN, "", WINDOWS));
    }

    private static String people(WorkflowReport report) {
        String result = report.result().isPresent() ? report.result().getAsLong() + " people carried" : "";
        return report.complement().isPresent()
                ? result + (result.isEmpty() ? "" : ", ") + report.complement().getAsLong() + " left out"
                : result;
    }
}
