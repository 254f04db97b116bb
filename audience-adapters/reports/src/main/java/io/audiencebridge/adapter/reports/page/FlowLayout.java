// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Where everything of a flow stands. The first branch goes straight on and the others fall away from it, so that nothing crosses; each branch has a strip of its own as high as
 * its ribbon or its label, whichever is higher, so that no label meets another one. Not thread-safe.
 */
final class FlowLayout {
    /** A ribbon is never thinner, so that one person of a hundred million is seen. */
    static final double THINNEST = 2;

    /** As high as a label of two lines. */
    static final double LABEL = 38;

    static final double NODE = 8;
    private static final double GAP = 10;
    private static final double TOP = 46;

    private final Flow flow;
    private final Room room;
    private final double scale;
    private Vector<Bar> bars = Vector.empty();
    private Vector<Ribbon> ribbons = Vector.empty();
    private Vector<Label> labels = Vector.empty();
    private double below = TOP;

    private FlowLayout(Flow flow, Room room) {
        this.flow = flow;
        this.room = room;
        this.scale = room.thickness() / Math.max(1, flow.total());
    }

    static FlowLayout of(Flow flow, Room room) {
        FlowLayout layout = new FlowLayout(flow, room);
        layout.place();
        return layout;
    }

    private void place() {
        Seq<Flow.Branch> branches = flow.branches().filter(branch -> branch.count() > 0);
        double height = branches.map(this::height).sum().doubleValue();
        bars = bars.append(new Bar(0, TOP, height, "whole"));
        labels = labels.append(new Label(0, TOP - LABEL - 2, flow.total(), flow.called(), ""));
        double left = TOP;
        for (Flow.Branch branch : branches) {
            double drop = branch.parts().isEmpty() ? leaf(branch, room.middle(), below) : fan(branch);
            ribbons = ribbons.append(new Ribbon(
                    NODE,
                    left,
                    room.middle(),
                    drop,
                    height(branch),
                    branch.tone().styleClass()));
            left += height(branch);
        }
    }

    /** Answers where the bar of the branch begins. */
    private double leaf(Flow.Branch branch, double x, double top) {
        double strip = Math.max(height(branch), LABEL);
        double bar = top + (strip - height(branch)) / 2;
        bars = bars.append(new Bar(x, bar, height(branch), branch.tone().styleClass()));
        labels = labels.append(label(branch, x + NODE + GAP, top + (strip - LABEL) / 2));
        below = top + strip + GAP;
        return bar;
    }

    /** A branch whose parts fan out of it, under its own label. */
    private double fan(Flow.Branch branch) {
        Seq<Flow.Branch> parts = branch.parts().filter(part -> part.count() > 0);
        labels = labels.append(label(branch, room.middle(), below));
        double top = below + LABEL + 4;
        double strips =
                parts.map(part -> Math.max(height(part), LABEL) + GAP).sum().doubleValue() - GAP;
        double block = Math.max(strips, height(branch));
        double bar = top + (block - height(branch)) / 2;
        bars = bars.append(
                new Bar(room.middle(), bar, height(branch), branch.tone().styleClass()));
        double left = bar;
        below = top + (block - strips) / 2;
        for (Flow.Branch part : parts) {
            double drop = leaf(part, room.end(), below);
            ribbons = ribbons.append(new Ribbon(
                    room.middle() + NODE,
                    left,
                    room.end(),
                    drop,
                    height(part),
                    part.tone().styleClass()));
            left += height(part);
        }
        below = top + block + GAP;
        return bar;
    }

    private Label label(Flow.Branch branch, double x, double y) {
        return new Label(x, y, branch.count(), branch.name(), Figures.share(branch.count(), flow.total()));
    }

    private double height(Flow.Branch branch) {
        return branch.parts().isEmpty()
                ? Math.max(THINNEST, branch.count() * scale)
                : branch.parts()
                        .filter(part -> part.count() > 0)
                        .map(this::height)
                        .sum()
                        .doubleValue();
    }

    Seq<Bar> bars() {
        return bars;
    }

    Seq<Ribbon> ribbons() {
        return ribbons;
    }

    Seq<Label> labels() {
        return labels;
    }

    double width() {
        return room.width();
    }

    double height() {
        return below;
    }

    /**
     * How much room there is.
     *
     * @param width in all
     * @param middle where the branches stand
     * @param end where their parts stand
     * @param thickness how high the whole is
     */
    record Room(double width, double middle, double end, double thickness) {
        /** A screen or a sheet of paper. */
        static final Room WIDE = new Room(880, 320, 620, 240);

        /** A phone. */
        static final Room NARROW = new Room(340, 80, 158, 180);
    }

    /** A bar at {@code x} from {@code y} on, {@code height} high. */
    record Bar(double x, double y, double height, String styleClass) {}

    /** A ribbon from one place to another one, as high at both ends. */
    record Ribbon(double x, double y, double toX, double toY, double height, String styleClass) {}

    /** A label whose upper left corner is at {@code x}, {@code y}. */
    record Label(double x, double y, long count, String name, String share) {}
}
