// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static io.audiencebridge.adapter.reports.Columns.written;

import io.audiencebridge.adapter.reports.page.Pages;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.OptionalLong;

/** A diagnosis for a terminal: the cause first. */
final class DiagnosisText {
    private static final int INSIDE = 4;
    private static final int MOST_SHOWN = 60;

    private DiagnosisText() {}

    static String of(Diagnosis diagnosis) {
        Prose prose = new Prose();
        prose.head("DIAGNOSIS")
                .say(2, "", diagnosis.subject() + ", looked at " + Prose.minute(diagnosis.at()) + " UTC")
                .say(2, "", Pages.headline(diagnosis));
        diagnosis.findings().forEach(finding -> finding(prose, finding));
        diagnosis.forecast().ifPresent(forecast -> forecast(prose, forecast));
        unseen(prose, diagnosis.unseen());
        met(prose, diagnosis);
        return prose.toString();
    }

    private static void finding(Prose prose, Finding finding) {
        prose.head(finding.severity() + ", " + finding.certainty().name().toLowerCase(Locale.ROOT) + ", at "
                        + finding.connection() + ", " + finding.precondition())
                .say(2, "seen      ", finding.seen())
                .say(2, "expected  ", finding.expected())
                .say(2, "do        ", finding.remedy())
                .say(
                        2,
                        "fact      ",
                        finding.precondition().fact() + " ("
                                + finding.precondition().source() + ")");
    }

    private static void forecast(Prose prose, Forecast forecast) {
        prose.head("FORECAST, at " + Pages.percent(forecast.confidence()) + " confidence")
                .say(2, "match rate  ", rate(forecast.matchRate()))
                .say(
                        2,
                        "list        ",
                        "about " + written(Math.round(forecast.listSize().estimate())) + " people, "
                                + written(Math.round(forecast.listSize().low())) + " to "
                                + written(Math.round(forecast.listSize().high())))
                .say(
                        2,
                        "read        ",
                        read(forecast.membersRead(), forecast.members(), "members' keys") + ", "
                                + read(forecast.recipientsRead(), forecast.recipients(), "recipients' keys"))
                .say(2, "", forecast.trust());
        forecast.nearMisses().forEach(miss -> nearMiss(prose, miss));
    }

    private static void nearMiss(Prose prose, NearMiss miss) {
        prose.say(
                        2,
                        "",
                        "with " + miss.transformation() + ": " + rate(miss.rate()) + ", "
                                + miss.certainty().name().toLowerCase(Locale.ROOT))
                .say(INSIDE, "", miss.seen())
                .say(INSIDE, "do ", miss.remedy());
    }

    private static String rate(Interval interval) {
        return Pages.percent(interval.estimate()) + ", " + Pages.percent(interval.low()) + " to "
                + Pages.percent(interval.high());
    }

    private static String read(long read, OptionalLong all, String what) {
        return written(read) + (all.isPresent() ? " of " + written(all.getAsLong()) : "") + " " + what;
    }

    private static void unseen(Prose prose, Seq<CheckOutcome.Unseen> outcomes) {
        if (outcomes.nonEmpty()) {
            prose.head("COULD NOT BE SEEN");
            outcomes.forEach(outcome -> prose.say(2, outcome.precondition() + "  ", outcome.because()));
        }
    }

    private static void met(Prose prose, Diagnosis diagnosis) {
        Seq<CheckOutcome> holds = Vector.ofAll(diagnosis.outcomes()).filter(CheckOutcome.Met.class::isInstance);
        if (holds.nonEmpty()) {
            prose.head("HOLDS");
            prose.say(
                    2,
                    "",
                    holds.take(MOST_SHOWN)
                                    .map(CheckOutcome::precondition)
                                    .distinct()
                                    .mkString(", ")
                            + (holds.size() > MOST_SHOWN ? ", and " + (holds.size() - MOST_SHOWN) + " more" : ""));
        }
    }
}
