// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.spi.engine.Report;
import java.time.Duration;

/** Reports as pages, and what they come to in one sentence. */
public final class Pages {
    private Pages() {}

    /** The whole page, in UTF-8. */
    public static String page(Report report) {
        if (report instanceof Report.Journey journey) {
            return JourneyPage.of(journey.receipts(), journey.sizes());
        }
        if (report instanceof Report.Diagnosed diagnosed) {
            return DiagnosisPage.of(diagnosed.diagnosis());
        }
        if (report instanceof Report.Previewed previewed) {
            return PreviewPage.of(previewed.preview());
        }
        return report instanceof Report.Timed timed
                ? TimelinePage.of(timed.timeline())
                : ExplanationPage.of(((Report.Explained) report).explanation());
    }

    /** What it comes to. */
    public static String headline(Diagnosis diagnosis) {
        return DiagnosisPage.headline(diagnosis);
    }

    /** What it comes to. */
    public static String headline(Preview preview) {
        return PreviewPage.headline(preview);
    }

    /** What it comes to. */
    public static String headline(Timeline timeline) {
        return TimelinePage.headline(timeline);
    }

    /** What it comes to. */
    public static String headline(Explanation explanation) {
        return ExplanationPage.headline(explanation);
    }

    /** A share of 0 to 1 in percent; what is something is never shown as nothing, and what is not all never as all. */
    public static String percent(double share) {
        return Figures.percent(share);
    }

    /** How long, in the two largest units. */
    public static String duration(Duration time) {
        return Figures.duration(time);
    }
}
