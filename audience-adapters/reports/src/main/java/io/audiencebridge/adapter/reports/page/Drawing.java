// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.vavr.collection.Seq;

/** Drawings as inline SVG. Each is made twice, for screens and for phones, and the style sheet shows the one that fits: what is only made smaller cannot be read. */
final class Drawing {
    static final double WIDE = 880;
    static final double NARROW = 340;

    /** What a letter takes, on the wide side: of a name, and of a title over a bar. */
    static final double NAME = 7;

    static final double TITLE = 8.4;

    private Drawing() {}

    /** Both drawings of one thing. */
    static Markup both(String id, String title, String description, Draw draw) {
        return Markup.all(
                svg(id + "-wide", "wide", title, description, draw.drawn(WIDE, true)),
                svg(id + "-narrow", "narrow", title, description, draw.drawn(NARROW, false)));
    }

    /** A text of somebody else's, cut where it would leave its room; the table has all of it. */
    static String fitted(String text, double room, double letter) {
        String line = PlainText.line(text);
        int most = Math.max(1, (int) (room / letter));
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** A text that begins at {@code x} and stands on {@code y}. */
    static Markup text(double x, double y, String text, String styleClass) {
        return el("text", text).of(styleClass).attr("x", x).attr("y", y);
    }

    static Markup line(double x, double y, double toX, double toY, String styleClass) {
        return el("line")
                .of(styleClass)
                .attr("x1", x)
                .attr("y1", y)
                .attr("x2", toX)
                .attr("y2", toY);
    }

    static Markup box(double x, double y, double width, double height, String styleClass) {
        return el("rect")
                .of(styleClass)
                .attr("x", x)
                .attr("y", y)
                .attr("width", Math.max(0, width))
                .attr("height", height)
                .attr("rx", Math.min(3, height / 2));
    }

    private static Markup svg(String id, String styleClass, String title, String description, Canvas canvas) {
        return el("svg")
                .of("drawing " + styleClass)
                .attr("role", "img")
                .attr("aria-labelledby", id + "-title")
                .attr("aria-describedby", id + "-desc")
                .attr(
                        "viewBox",
                        "0 0 " + Figures.coordinate(canvas.width()) + " " + Figures.coordinate(canvas.height()))
                .with(
                        el("title", title).attr("id", id + "-title"),
                        el("desc", description).attr("id", id + "-desc"))
                .with(canvas.pieces());
    }

    /** Draws into a room. */
    interface Draw {
        /** The drawing, {@code width} wide. */
        Canvas drawn(double width, boolean wide);
    }

    /** What was drawn, and how large it is. */
    record Canvas(double width, double height, Seq<Markup> pieces) {}
}
