// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Windows and moments on one axis of time: a bar from the earliest to the latest, a stroke where it is expected, a disc where it was seen. */
final class TimeChart {
    private static final double ROW = 54;
    private static final double TRACK = 34;
    private static final double THICK = 10;
    private static final double TOP = 22;
    private static final double LABEL_HALF = 38;
    private static final Vector<Duration> STEPS =
            Vector.of(1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720, 2_160, 8_760).map(Duration::ofHours);

    private final Seq<Row> rows;
    private final Option<Instant> looked;
    private final Instant from;
    private final double seconds;

    private TimeChart(Seq<Row> rows, Option<Instant> looked) {
        this.rows = rows;
        this.looked = looked;
        Seq<Instant> moments = rows.flatMap(Row::moments).appendAll(looked);
        Instant first = moments.min().getOrElse(Instant.EPOCH);
        Instant last = moments.max().getOrElse(Instant.EPOCH);
        double span = Math.max(3_600, Duration.between(first, last).toSeconds());
        this.from = first.minusSeconds((long) (span * 0.02));
        this.seconds = span * 1.04;
    }

    /** The figure; nothing when no time is known. */
    static Markup figure(String id, String title, Seq<Row> rows, Option<Instant> looked) {
        if (rows.flatMap(Row::moments).isEmpty()) {
            return Markup.none();
        }
        TimeChart chart = new TimeChart(rows, looked);
        return Drawing.both(
                id, title, rows.map(Row::described).mkString("; ") + ". The text has the same times.", chart::drawn);
    }

    private Drawing.Canvas drawn(double width, boolean wide) {
        double height = TOP + rows.size() * ROW + 26;
        return new Drawing.Canvas(
                width,
                height,
                grid(width, height, wide)
                        .appendAll(rows.zipWithIndex().flatMap(row -> row(row._1(), TOP + row._2() * ROW, width)))
                        .appendAll(now(width, height)));
    }

    private Seq<Markup> grid(double width, double height, boolean wide) {
        int most = wide ? 7 : 3;
        long step = STEPS.find(each -> seconds / each.toSeconds() <= most)
                .getOrElse(() -> Duration.ofSeconds((long) (seconds / most) + 1))
                .toSeconds();
        boolean days = step % 86_400 == 0;
        long first = Math.floorDiv(from.getEpochSecond(), step) * step + step;
        return Vector.rangeClosed(0, most)
                .map(tick -> Instant.ofEpochSecond(first + tick * step))
                .filter(tick -> at(tick, width) > LABEL_HALF && at(tick, width) < width - LABEL_HALF)
                .flatMap(tick -> Vector.of(
                        Drawing.line(at(tick, width), TOP, at(tick, width), height - 20, "grid"),
                        Drawing.text(at(tick, width), height - 4, days ? Figures.day(tick) : Figures.hour(tick), "tick")
                                .attr("text-anchor", "middle")));
    }

    private Seq<Markup> row(Row row, double top, double width) {
        double y = top + TRACK;
        Seq<Markup> words = Vector.of(
                Drawing.text(
                        0,
                        top + 22,
                        Drawing.fitted(row.title(), width - 12 - 9 * row.state().length(), Drawing.TITLE),
                        "count over"),
                Drawing.text(width, top + 22, row.state(), "state over " + row.styleClass())
                        .attr("text-anchor", "end"),
                Drawing.box(0, y, width, THICK, "track"));
        return words.appendAll(row.window().toList().flatMap(window -> window(window, row.styleClass(), y, width)))
                .appendAll(row.seen()
                        .map(seen -> el("circle")
                                .of("best " + row.styleClass())
                                .attr("cx", at(seen, width))
                                .attr("cy", y + THICK / 2)
                                .attr("r", 6)));
    }

    private Seq<Markup> window(FreshnessWindow window, String styleClass, double y, double width) {
        double start = at(window.earliest(), width);
        double expected = at(window.expected(), width);
        return Vector.of(
                Drawing.box(start, y, Math.max(2, at(window.latest(), width) - start), THICK, "window " + styleClass),
                Drawing.line(expected, y - 3, expected, y + THICK + 3, "whisker"));
    }

    private Seq<Markup> now(double width, double height) {
        return looked.toList().flatMap(moment -> {
            double x = at(moment, width);
            boolean left = x < width / 2;
            return Vector.of(
                    Drawing.line(x, 4, x, height - 20, "now"),
                    Drawing.text(left ? x + 6 : x - 6, 14, "looked at", "tick")
                            .attr("text-anchor", left ? "start" : "end"));
        });
    }

    private double at(Instant moment, double width) {
        return Duration.between(from, moment).toSeconds() / seconds * width;
    }

    /**
     * A row.
     *
     * @param title of what
     * @param state how it stands, in a word; possibly empty
     * @param styleClass the same for the style sheet
     * @param window when it should be
     * @param seen when it was
     */
    record Row(String title, String state, String styleClass, Option<FreshnessWindow> window, Option<Instant> seen) {
        Seq<Instant> moments() {
            return window.toVector()
                    .flatMap(each -> Vector.of(each.earliest(), each.expected(), each.latest()))
                    .appendAll(seen);
        }

        String described() {
            return title
                    + (state.isEmpty() ? "" : ", " + state)
                    + window.map(each -> ", from " + Figures.minute(each.earliest()) + ", usually by "
                                    + Figures.minute(each.expected()) + ", at the latest by "
                                    + Figures.minute(each.latest()) + " UTC")
                            .getOrElse("")
                    + seen.map(moment -> ", seen " + Figures.minute(moment) + " UTC")
                            .getOrElse("");
        }
    }
}
