// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.diagnosis.Interval;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rates on one scale from nothing to all, each with how far it can be trusted. */
final class RateChart {
    private static final double ROW = 54;
    private static final double TRACK = 34;
    private static final double THICK = 10;

    private RateChart() {}

    static Markup figure(String id, String title, Seq<Rate> rates) {
        String said = rates.map(rate -> rate.name() + ": " + value(rate)).mkString("; ");
        return Drawing.both(id, title, said + ". The table below has the same rates.", (width, wide) -> {
            double height = rates.size() * ROW + 26;
            return new Drawing.Canvas(
                    width,
                    height,
                    grid(width, height, wide)
                            .appendAll(rates.zipWithIndex().flatMap(row -> row(row._1(), row._2() * ROW, width))));
        });
    }

    private static String value(Rate rate) {
        return Figures.percent(rate.shares().estimate()) + " (" + Figures.between(rate.shares()) + ")";
    }

    private static Seq<Markup> grid(double width, double height, boolean wide) {
        return Vector.rangeClosed(0, 4).flatMap(quarter -> {
            double x = at(quarter / 4.0, width);
            Markup number = Drawing.text(x, height - 4, quarter * 25 + "%", "tick")
                    .attr("text-anchor", quarter == 0 ? "start" : quarter == 4 ? "end" : "middle");
            return Vector.of(Drawing.line(x, 0, x, height - 20, "grid"), number).take(wide || quarter % 2 == 0 ? 2 : 1);
        });
    }

    private static Seq<Markup> row(Rate rate, double top, double width) {
        Interval shares = rate.shares();
        double from = at(shares.low(), width);
        double to = at(shares.high(), width);
        double best = at(shares.estimate(), width);
        double y = top + TRACK;
        return Vector.of(
                Drawing.text(0, top + 22, Drawing.fitted(rate.name(), width - 70, Drawing.TITLE), "count over"),
                Drawing.text(width, top + 22, Figures.percent(shares.estimate()), "count over")
                        .attr("text-anchor", "end"),
                Drawing.box(0, y, width, THICK, "track"),
                Drawing.box(0, y, best, THICK, "rate " + (rate.now() ? "known" : "wanted")),
                Drawing.line(from, y + THICK / 2, to, y + THICK / 2, "whisker"),
                Drawing.line(from, y - 3, from, y + THICK + 3, "whisker"),
                Drawing.line(to, y - 3, to, y + THICK + 3, "whisker"),
                el("circle")
                        .of("best")
                        .attr("cx", best)
                        .attr("cy", y + THICK / 2)
                        .attr("r", 4));
    }

    private static double at(double share, double width) {
        return Math.max(0, Math.min(1, share)) * width;
    }

    /**
     * A rate.
     *
     * @param name of what, short
     * @param shares 0 to 1
     * @param now whether it is the rate as things are
     */
    record Rate(String name, Interval shares, boolean now) {}
}
