// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.OptionalLong;

/** How many members would match, how far that can be trusted, and what would raise it. */
final class ForecastSection {
    private static final String NOW = "As it is now";

    private ForecastSection() {}

    static Markup of(Forecast forecast) {
        return Parts.section(
                "How many would match",
                Parts.figures(Vector.of(
                        Tuple.of(
                                "Match rate",
                                Figures.percent(forecast.matchRate().estimate())),
                        Tuple.of(
                                "People in the list",
                                "about " + Figures.about(forecast.listSize().estimate())))),
                el("p").with(
                                Markup.text("At " + confidence(forecast) + " confidence between "
                                        + Figures.between(forecast.matchRate()).replace(" to ", " and ")
                                        + " of the rows match, and the list would hold between "
                                        + Figures.about(forecast.listSize().low()) + " and "
                                        + Figures.about(forecast.listSize().high()) + " people. "),
                                Markup.said(forecast.trust())),
                el(
                                "p",
                                "Read: " + read(forecast.membersRead(), forecast.members(), "members’ keys") + ", "
                                        + read(forecast.recipientsRead(), forecast.recipients(), "recipients’ keys")
                                        + ".")
                        .of("quiet"),
                rates(forecast),
                nearMisses(forecast));
    }

    private static String confidence(Forecast forecast) {
        return Figures.coordinate(forecast.confidence() * 100) + "%";
    }

    private static String read(long read, OptionalLong all, String what) {
        return Figures.count(read)
                + (all.isPresent()
                        ? " of " + Figures.count(all.getAsLong()) + " " + what + share(read, all.getAsLong())
                        : " " + what);
    }

    private static String share(long read, long all) {
        String share = Figures.share(read, all);
        return share.isEmpty() ? "" : " (" + share + ")";
    }

    private static Markup rates(Forecast forecast) {
        Seq<RateChart.Rate> rates = Vector.of(new RateChart.Rate(NOW, forecast.matchRate(), true))
                .appendAll(Vector.ofAll(forecast.nearMisses())
                        .map(miss -> new RateChart.Rate(miss.transformation(), miss.rate(), false)));
        String title = "Share of the rows that match";
        return el("figure").with(RateChart.figure("rates", title, rates), table(forecast, rates, title));
    }

    private static Markup table(Forecast forecast, Seq<RateChart.Rate> rates, String title) {
        return Tables.table(
                title,
                Vector.of(
                        Tables.column("With"),
                        Tables.numbers("Best guess"),
                        Tables.numbers("At " + confidence(forecast))),
                rates.map(rate -> Tables.row(
                        rate.now() ? Markup.text(rate.name()) : Parts.code(rate.name()),
                        Tables.number(Figures.percent(rate.shares().estimate())),
                        Tables.number(Figures.between(rate.shares())))));
    }

    private static Markup nearMisses(Forecast forecast) {
        return forecast.nearMisses().isEmpty()
                ? Markup.none()
                : Markup.all(
                        el("h3", "What would raise it"),
                        Markup.all(
                                Vector.ofAll(forecast.nearMisses()).map(miss -> nearMiss(miss, forecast.matchRate()))));
    }

    private static Markup nearMiss(NearMiss miss, Interval now) {
        return el("article")
                .of("finding good")
                .with(
                        el("p").of("marks")
                                .with(
                                        el("span", raise(miss, now)).of("badge good"),
                                        Parts.code(miss.transformation()),
                                        el("span", DiagnosisPage.certainty(miss.certainty()))
                                                .of("quiet")),
                        el("h4").with(Markup.said(miss.seen())),
                        el("p").of("remedy").with(Markup.said(miss.remedy())));
    }

    /** In points of percent. */
    private static String raise(NearMiss miss, Interval now) {
        double points = (miss.rate().estimate() - now.estimate()) * 100;
        return (points < 0 ? "−" : "+") + Figures.coordinate(Math.abs(points)) + " points";
    }
}
