// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static io.audiencebridge.adapter.reports.Columns.written;

import io.audiencebridge.adapter.reports.page.Pages;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.spi.engine.Report;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;

/** Every kind of report for a terminal. */
final class KindText {
    private KindText() {}

    static String of(Report report) {
        if (report instanceof Report.Journey journey) {
            return journey(journey);
        }
        if (report instanceof Report.Diagnosed diagnosed) {
            return DiagnosisText.of(diagnosed.diagnosis());
        }
        if (report instanceof Report.Previewed previewed) {
            return preview(previewed.preview());
        }
        return report instanceof Report.Timed timed
                ? timeline(timed.timeline())
                : explanation(((Report.Explained) report).explanation());
    }

    private static String journey(Report.Journey journey) {
        Prose prose = new Prose();
        journey.receipts()
                .filter(receipt -> !receipt.state().isDelivered() || countsNothing(receipt))
                .forEach(receipt -> state(prose, receipt));
        return prose.add(balance(journey.receipts(), journey)).toString();
    }

    private static String balance(Seq<Receipt> receipts, Report.Journey sizes) {
        return new TextReport(file -> sizes.sizes().getOrElse(file, -1L))
                .write(receipts)
                .getOrElseThrow(error -> new IllegalArgumentException(error.message()));
    }

    private static boolean countsNothing(Receipt receipt) {
        return receipt.exported().isEmpty()
                && receipt.imported().isEmpty()
                && receipt.synced().isEmpty()
                && receipt.workflow().isEmpty();
    }

    private static void state(Prose prose, Receipt receipt) {
        prose.head("RUN " + receipt.run() + ", " + word(receipt.state()));
        receipt.waiting()
                .ifPresent(waiting -> prose.say(
                        2, "", waiting.because() + "; look again from " + Prose.minute(waiting.until()) + " UTC on"));
        if (countsNothing(receipt)) {
            receipt.late().ifPresent(since -> prose.say(2, "", "LATE since " + Prose.minute(since) + " UTC"));
            receipt.notices().forEach(notice -> prose.say(2, "note: ", notice));
        }
    }

    private static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String preview(Preview preview) {
        Prose prose = new Prose();
        prose.head("PREVIEW, nothing was sent").say(2, "", preview.subject()).say(2, "", Pages.headline(preview));
        preview.waiting()
                .ifPresent(waiting -> prose.say(
                        2,
                        "would wait: ",
                        waiting.because() + "; until " + Prose.minute(waiting.until()) + " UTC at least"));
        prose.add(counts(preview));
        takes(prose, preview);
        preview.matched()
                .ifPresent(plan -> prose.say(2, "", "matched by " + plan.route() + " because " + plan.because()));
        preview.visible().ifPresent(window -> prose.say(2, "visible ", Prose.window(window)));
        preview.notices().forEach(notice -> prose.say(2, "note: ", notice));
        return prose.toString();
    }

    private static String counts(Preview preview) {
        Columns columns = new Columns();
        preview.exported().ifPresent(tally -> TextReport.people(columns, tally));
        preview.imported().ifPresent(tally -> TextReport.list(columns, tally));
        return columns.toString();
    }

    private static void takes(Prose prose, Preview preview) {
        prose.head("WHAT IT WOULD TAKE");
        preview.files()
                .forEach(file -> prose.say(
                        2,
                        "file ",
                        file.name() + ", " + written(file.rows()) + " rows, about " + written(file.bytes())
                                + " bytes"));
        preview.calls()
                .forEach(calls -> prose.say(
                        2,
                        "calls to ",
                        calls.connection() + ": " + written(calls.reading()) + " reading, " + written(calls.writing())
                                + " writing"));
        prose.say(
                2,
                "time ",
                preview.duration()
                        .map(duration -> "about " + Pages.duration(duration) + ", by " + written(preview.pastRuns())
                                + (preview.pastRuns() == 1 ? " past run" : " past runs"))
                        .orElse("not known, there are no past runs of its kind"));
    }

    private static String timeline(Timeline timeline) {
        Prose prose = new Prose();
        prose.head("TIMELINE of run " + timeline.receipt().run() + ", "
                        + word(timeline.receipt().state()))
                .say(2, "", timeline.subject())
                .say(2, "", Pages.headline(timeline) + ", looked at " + Prose.minute(timeline.at()) + " UTC");
        timeline.legs().forEach(leg -> leg(prose, leg));
        return prose.add(balance(Vector.of(timeline.receipt()), new Report.Journey(Vector.of(timeline.receipt()))))
                .toString();
    }

    private static void leg(Prose prose, TimelineLeg leg) {
        prose.say(2, String.format(Locale.ROOT, "%-10s ", mark(leg.state())), leg.title());
        leg.window().ifPresent(window -> prose.say(13, "due ", Prose.window(window)));
        leg.seen().ifPresent(seen -> prose.say(13, "seen ", Prose.minute(seen) + " UTC"));
        if (!leg.told().isEmpty()) {
            prose.say(13, "", leg.told());
        }
    }

    /** What needs somebody stands out. */
    private static String mark(TimelineLeg.State state) {
        return switch (state) {
            case LATE, STUCK -> state.name();
            case PASSED, UNDER_WAY, AHEAD, UNSEEN ->
                state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String explanation(Explanation explanation) {
        Prose prose = new Prose();
        prose.head(Pages.headline(explanation).toUpperCase(Locale.ROOT))
                .say(2, "", explanation.subject() + ", looked at " + Prose.minute(explanation.at()) + " UTC")
                .say(2, "", explanation.because());
        Vector.ofAll(explanation.facts())
                .zipWithIndex()
                .forEach(fact -> prose.say(
                        2,
                        String.format(Locale.ROOT, "%2d. ", fact._2() + 1),
                        fact._1().where() + ": " + fact._1().told()));
        return prose.toString();
    }
}
