// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.adapter.reports.page.FlowLayout.Room;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** A flow as a drawing, once for screens and once for phones, with the same counts as a table below it. */
final class FlowDrawing {
    private FlowDrawing() {}

    /**
     * The figure.
     *
     * @param id unique on the page
     */
    static Markup figure(Flow flow, String id) {
        Markup drawing = flow.total() == 0
                ? el("p", "Nothing was read, so there is nothing to draw.").of("quiet")
                : Drawing.both(
                        id,
                        flow.title(),
                        described(flow),
                        (room, wide) -> drawn(FlowLayout.of(flow, wide ? Room.WIDE : Room.NARROW)));
        return el("figure").of("flow").with(drawing, nobody(flow), table(flow));
    }

    private static String described(Flow flow) {
        return flow.sum() + ". The table below has the same counts.";
    }

    private static Markup nobody(Flow flow) {
        Seq<String> empty = flow.empty();
        return empty.isEmpty() || flow.total() == 0
                ? Markup.none()
                : el("p", (flow.unit().equals("people") ? "Nobody: " : "None: ") + empty.mkString(", ") + ".")
                        .of("quiet");
    }

    private static Drawing.Canvas drawn(FlowLayout layout) {
        Seq<Markup> ribbons = layout.ribbons().map(FlowDrawing::ribbon);
        Seq<Markup> bars = layout.bars()
                .map(bar -> el("rect")
                        .of("bar " + bar.styleClass())
                        .attr("x", bar.x())
                        .attr("y", bar.y())
                        .attr("width", FlowLayout.NODE)
                        .attr("height", bar.height())
                        .attr("rx", Math.min(2, bar.height() / 2)));
        return new Drawing.Canvas(
                layout.width(),
                layout.height(),
                ribbons.appendAll(bars).appendAll(layout.labels().flatMap(label -> label(label, layout.width()))));
    }

    private static Markup ribbon(FlowLayout.Ribbon ribbon) {
        double bend = (ribbon.x() + ribbon.toX()) / 2;
        String path = "M" + at(ribbon.x(), ribbon.y()) + "C" + at(bend, ribbon.y()) + at(bend, ribbon.toY())
                + at(ribbon.toX(), ribbon.toY()) + "V" + Figures.coordinate(ribbon.toY() + ribbon.height()) + "C"
                + at(bend, ribbon.toY() + ribbon.height()) + at(bend, ribbon.y() + ribbon.height())
                + at(ribbon.x(), ribbon.y() + ribbon.height()) + "Z";
        return el("path").of("ribbon " + ribbon.styleClass()).attr("d", path);
    }

    private static String at(double x, double y) {
        return Figures.coordinate(x) + "," + Figures.coordinate(y) + " ";
    }

    private static Seq<Markup> label(FlowLayout.Label label, double width) {
        return Vector.of(
                Drawing.text(label.x(), label.y() + 15, Figures.count(label.count()), "count"),
                Drawing.text(
                        label.x(),
                        label.y() + 32,
                        Drawing.fitted(label.name(), width - label.x() - 56, Drawing.NAME)
                                + (label.share().isEmpty() ? "" : " · " + label.share()),
                        "name"));
    }

    private static Markup table(Flow flow) {
        Seq<Markup> rows = flow.branches()
                .flatMap(branch -> Vector.of(row(flow, branch, "part"))
                        .appendAll(branch.parts().map(part -> row(flow, part, "part of"))));
        return el("table")
                .of("ledger")
                .with(
                        el("caption", flow.title()),
                        el("thead")
                                .with(el("tr").with(
                                                Tables.column("What became of them"),
                                                Tables.numbers(capital(flow.unit())),
                                                Tables.numbers("Share"))),
                        el("tbody").with(rows),
                        el("tfoot")
                                .with(el("tr").with(
                                                el("th", capital(flow.source())).attr("scope", "row"),
                                                Tables.count(flow.total()),
                                                el("td", flow.total() == 0 ? "" : "100%")
                                                        .of("number"))));
    }

    private static Markup row(Flow flow, Flow.Branch branch, String styleClass) {
        Markup meaning = branch.meaning().isEmpty()
                ? Markup.none()
                : Markup.all(Markup.text(" "), el("span", branch.meaning()).of("quiet"));
        return el("tr").of(styleClass)
                .with(
                        el("th").attr("scope", "row")
                                .with(
                                        el("span")
                                                .of("key " + branch.tone().styleClass())
                                                .attr("aria-hidden", "true"),
                                        Markup.text(capital(branch.name())),
                                        meaning),
                        Tables.count(branch.count()),
                        el("td", Figures.share(branch.count(), flow.total())).of("number"));
    }

    /** Names of other systems, such as {@code formatErrors}, stay as they are. */
    private static String capital(String word) {
        return word.chars().anyMatch(Character::isUpperCase) || word.isEmpty()
                ? word
                : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
