// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** One run's way. */
final class TimelinePage {
    private TimelinePage() {}

    static String of(Timeline timeline) {
        Seq<TimelineLeg> legs = Vector.ofAll(timeline.legs());
        return Shell.page(
                "Timeline",
                headline(timeline),
                JourneyPage.lead(timeline.subject(), timeline.at()),
                Vector.of(
                        Parts.section(
                                "The way",
                                el("figure")
                                        .with(
                                                TimeChart.figure(
                                                        "way",
                                                        "When each leg should be passed, and when it was",
                                                        legs.map(TimelinePage::row),
                                                        Option.some(timeline.at())),
                                                el(
                                                                "p",
                                                                "A bar reaches from the earliest to the latest time, its stroke is the usual one; a disc is when it was seen.")
                                                        .of("quiet"),
                                                table(legs))),
                        new ReceiptSections(timeline.receipt(), HashMap.empty(), "run").section()));
    }

    /** What it comes to, in one sentence. */
    static String headline(Timeline timeline) {
        Seq<TimelineLeg> legs = Vector.ofAll(timeline.legs());
        Option<TimelineLeg> stuck = legs.find(leg -> leg.state() == TimelineLeg.State.STUCK);
        Option<TimelineLeg> late = legs.find(leg -> leg.state() == TimelineLeg.State.LATE);
        Option<TimelineLeg> moving =
                legs.find(leg -> leg.state() == TimelineLeg.State.UNDER_WAY || leg.state() == TimelineLeg.State.AHEAD);
        return stuck.map(leg -> "It is stuck: " + leg.title())
                .orElse(late.map(leg -> "It is late: " + leg.title()))
                .orElse(moving.map(leg -> "Under way: " + leg.title()))
                .getOrElse("Every leg that can be seen was passed");
    }

    private static TimeChart.Row row(TimelineLeg leg) {
        return new TimeChart.Row(
                leg.title(),
                word(leg.state()),
                sign(leg.state()).styleClass(),
                Option.ofOptional(leg.window()),
                Option.ofOptional(leg.seen()));
    }

    private static Markup table(Seq<TimelineLeg> legs) {
        return Tables.table(
                        "Leg by leg",
                        Vector.of(
                                Tables.column("Leg"),
                                Tables.column("When it should be"),
                                Tables.column("What was seen")),
                        legs.map(TimelinePage::leg))
                .of("legs");
    }

    private static Markup leg(TimelineLeg leg) {
        Markup head = Markup.all(
                el("span").of("leg").with(Markup.said(leg.title())),
                Markup.text(" "),
                Parts.badge(word(leg.state()), sign(leg.state())));
        Markup told = Markup.all(
                Option.ofOptional(leg.seen())
                        .map(seen -> Markup.all(Markup.text("Seen "), Figures.time(seen)))
                        .getOrElse(Markup.text("Not seen")),
                leg.told().isEmpty()
                        ? Markup.none()
                        : el("span").of("told").with(Markup.text(" "), Markup.said(leg.told())),
                leg.source().isEmpty()
                        ? Markup.none()
                        : Markup.all(Markup.text(" "), el("cite").of("quiet").with(Markup.said(leg.source()))));
        Markup window =
                Option.ofOptional(leg.window()).map(TimelinePage::window).getOrElse(Markup.text("Cannot be told yet"));
        return Tables.row(head, Tables.cell(window), Tables.cell(told));
    }

    private static Markup window(FreshnessWindow window) {
        return el("dl").of("window")
                .with(
                        when("earliest", Figures.time(window.earliest())),
                        when("usual", Figures.time(window.expected())),
                        when("latest", Figures.time(window.latest())));
    }

    private static Markup when(String name, Markup time) {
        return el("div").with(el("dt", name), el("dd").with(time));
    }

    /** How a leg stands, in a word. */
    static String word(TimelineLeg.State state) {
        return switch (state) {
            case PASSED -> "passed";
            case UNDER_WAY -> "under way";
            case AHEAD -> "ahead";
            case LATE -> "late";
            case STUCK -> "stuck";
            case UNSEEN -> "no call shows it";
        };
    }

    private static Sign sign(TimelineLeg.State state) {
        return switch (state) {
            case PASSED -> Sign.GOOD;
            case UNDER_WAY -> Sign.MOVING;
            case AHEAD -> Sign.AHEAD;
            case LATE -> Sign.WARNING;
            case STUCK -> Sign.BAD;
            case UNSEEN -> Sign.UNSEEN;
        };
    }
}
