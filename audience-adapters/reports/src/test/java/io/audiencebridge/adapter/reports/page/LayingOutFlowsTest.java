// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.reports.page.Flow.Branch;
import io.audiencebridge.adapter.reports.page.Flow.Tone;
import io.audiencebridge.adapter.reports.page.FlowLayout.Bar;
import io.audiencebridge.adapter.reports.page.FlowLayout.Label;
import io.audiencebridge.adapter.reports.page.FlowLayout.Ribbon;
import io.audiencebridge.adapter.reports.page.FlowLayout.Room;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayingOutFlowsTest {
    private static final double ROUNDING = 1e-6;
    private static final double LETTER = 8.2;
    private static final double DIGIT = 10.5;

    /** Counts that make trouble, and two hundred that a fixed seed draws, of all orders of magnitude. */
    static Seq<long[]> counts() {
        Random dice = new Random(8);
        return Vector.of(
                        new long[] {0, 0, 0, 0, 0, 1},
                        new long[] {1, 0, 0, 0, 0, 0},
                        new long[] {1, 1, 1, 1, 1, 1},
                        new long[] {100_000_000, 1, 1, 1, 1, 1},
                        new long[] {1, 100_000_000, 1, 1, 1, 1},
                        new long[] {0, 1, 0, 0, 0, 100_000_000},
                        new long[] {100_000_000, 100_000_000, 100_000_000, 100_000_000, 100_000_000, 100_000_000})
                .appendAll(Vector.range(0, 200)
                        .map(any -> dice.ints(6, 0, 28)
                                .mapToLong(power -> power == 0 ? 0 : 1L << power)
                                .toArray()));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void no_label_touches_another_one_or_leaves_the_drawing(long... counts) {
        for (Room room : Vector.of(Room.WIDE, Room.NARROW)) {
            FlowLayout layout = FlowLayout.of(flow(counts), room);

            for (Label one : layout.labels()) {
                assertThat(one.x() + width(one)).isLessThanOrEqualTo(layout.width());
                assertThat(one.y()).isNotNegative();
                assertThat(one.y() + FlowLayout.LABEL).isLessThanOrEqualTo(layout.height());
                assertThat(layout.labels().remove(one).filter(other -> touch(one, other)))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("counts")
    void no_ribbon_runs_through_a_label(long... counts) {
        for (Room room : Vector.of(Room.WIDE, Room.NARROW)) {
            FlowLayout layout = FlowLayout.of(flow(counts), room);

            assertThat(layout.labels().flatMap(label -> layout.ribbons().filter(ribbon -> runsThrough(ribbon, label))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("counts")
    void whatever_somebody_went_into_is_seen_and_what_nobody_went_into_is_not_drawn(long... counts) {
        FlowLayout layout = FlowLayout.of(flow(counts), Room.WIDE);

        assertThat(layout.ribbons()).allMatch(ribbon -> ribbon.height() >= FlowLayout.THINNEST - ROUNDING);
        assertThat(layout.labels()).allMatch(label -> label.count() > 0);
        Bar whole = layout.bars().head();
        double branches = layout.ribbons()
                .filter(ribbon -> ribbon.x() < Room.WIDE.middle())
                .map(Ribbon::height)
                .sum()
                .doubleValue();
        assertThat(Math.abs(whole.height() - branches)).isLessThan(ROUNDING);
    }

    @Test
    void widths_are_in_proportion() {
        FlowLayout layout = FlowLayout.of(flow(600, 200, 100, 50, 30, 20), Room.WIDE);

        assertThat(layout.ribbons()
                        .filter(ribbon -> ribbon.x() < Room.WIDE.middle())
                        .map(Ribbon::height))
                .containsExactly(144.0, 48.0, 48.0);
    }

    private static Flow flow(long... counts) {
        return new Flow(
                "Everybody",
                "people",
                "read",
                Branch.of("shared", counts[0], Tone.WANTED),
                Branch.of("already shared", counts[1], Tone.KNOWN),
                Branch.of(
                        "not shared",
                        Tone.LOST,
                        Vector.of(
                                Branch.of("no visitor id", counts[2], Tone.LOST),
                                Branch.of("no declared id", counts[3], Tone.LOST),
                                Branch.of("no valid id", counts[4], Tone.WRONG),
                                Branch.of("opted out", counts[5], Tone.LOST))));
    }

    private static boolean touch(Label one, Label other) {
        boolean beside = one.x() + width(one) <= other.x() || other.x() + width(other) <= one.x();
        boolean above = one.y() + FlowLayout.LABEL <= other.y() + ROUNDING
                || other.y() + FlowLayout.LABEL <= one.y() + ROUNDING;
        return !beside && !above;
    }

    /** A ribbon lies between its ends; so a label is clear of it that is clear of the box around it. */
    private static boolean runsThrough(Ribbon ribbon, Label label) {
        double bottom = Math.max(ribbon.y(), ribbon.toY()) + ribbon.height();
        boolean beside = ribbon.toX() <= label.x() + ROUNDING || ribbon.x() >= label.x() + width(label);
        boolean above = label.y() + FlowLayout.LABEL <= Math.min(ribbon.y(), ribbon.toY()) + ROUNDING
                || label.y() >= bottom - ROUNDING;
        return !beside && !above;
    }

    private static double width(Label label) {
        double count = Figures.count(label.count()).length() * DIGIT;
        String name = label.name() + (label.share().isEmpty() ? "" : " · " + label.share());
        return Math.max(count, name.length() * LETTER * 14 / 17);
    }
}
