// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.Expiry;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** One receipt: how far the run came, its balance, when it can be seen, files, notices. */
final class ReceiptSections {
    private final Receipt receipt;
    private final Map<String, Long> sizes;
    private final String id;

    /**
     * A receipt.
     *
     * @param sizes of files in bytes, as far as they are known
     * @param id unique on the page
     */
    ReceiptSections(Receipt receipt, Map<String, Long> sizes, String id) {
        this.receipt = receipt;
        this.sizes = sizes;
        this.id = id;
    }

    Markup section() {
        return Parts.section(
                title(receipt),
                status(),
                Markup.all(Option.ofOptional(receipt.waiting()).map(Parts::waiting)),
                Markup.all(Option.ofOptional(receipt.exported()).map(this::exported)),
                Markup.all(Option.ofOptional(receipt.synced())
                        .map(tally -> Markup.all(
                                FlowDrawing.figure(Balances.synced(tally), id + "-synced"),
                                Parts.figures(some(Vector.of(
                                        Tuple.of("Pairs written", tally.pairs()),
                                        Tuple.of("Told again, before they are forgotten", tally.renewed()))))))),
                imported(),
                Markup.all(Option.ofOptional(receipt.workflow()).map(this::carried)),
                Markup.all(Option.ofOptional(receipt.stored()).map(this::stored)),
                Markup.all(Option.ofOptional(receipt.visible()).map(this::visible)),
                files(receipt.files(), sizes),
                expiries(receipt.expiries()),
                Parts.notices(receipt.notices()));
    }

    static String title(Receipt receipt) {
        if (receipt.exported().isPresent()) {
            return "Export";
        }
        if (receipt.imported().isPresent()) {
            return receipt.events().isPresent() ? "Received from Platform" : "Import";
        }
        if (receipt.synced().isPresent()) {
            return "Ids synchronised";
        }
        return receipt.workflow().isPresent() ? "Carried by the system’s own workflow" : "Run";
    }

    private Markup status() {
        Markup late = Markup.all(Option.ofOptional(receipt.late())
                .map(since -> el("span")
                        .of("badge bad")
                        .with(Sign.WARNING.drawn(), Markup.text("Late since "), Figures.time(since))));
        return el("p").of("status")
                .with(
                        Parts.badge(word(receipt.state()), sign(receipt.state())),
                        Markup.text(" "),
                        late,
                        el("span")
                                .of("quiet")
                                .with(
                                        Markup.text(" Run "),
                                        Parts.code(receipt.run().value()),
                                        Markup.text(
                                                receipt.route() == Route.SYSTEM
                                                        ? ", carried by the system’s own workflows"
                                                        : "")));
    }

    static String word(RunState state) {
        return switch (state) {
            case PLANNED -> "Planned";
            case PREPARING -> "Preparing";
            case AWAITING_TRAIT -> "Waits for its trait";
            case AWAITING_FILE -> "Waits for a file";
            case AWAITING_WORKFLOW -> "Waits for a workflow";
            case TRANSFERRING -> "On its way";
            case DELIVERED -> "Delivered";
            case STORED -> "Stored";
            case VISIBLE -> "Visible";
            case REFUSED -> "Refused; nothing was changed";
            case FAILED -> "Failed; it can be resumed";
            case CANCELLED -> "Cancelled; it can be resumed";
        };
    }

    private static Sign sign(RunState state) {
        return switch (state) {
            case PLANNED, PREPARING -> Sign.AHEAD;
            case AWAITING_TRAIT, AWAITING_FILE, AWAITING_WORKFLOW, TRANSFERRING -> Sign.MOVING;
            case DELIVERED, STORED, VISIBLE -> Sign.GOOD;
            case REFUSED, FAILED -> Sign.BAD;
            case CANCELLED -> Sign.WARNING;
        };
    }

    private Markup exported(ExportTally tally) {
        return Markup.all(
                FlowDrawing.figure(Balances.exported(tally), id + "-exported"),
                Parts.figures(some(Vector.of(
                        Tuple.of("Rows, one for each key", tally.rows()),
                        Tuple.of("Sent again, before they expire", tally.renewed()),
                        Tuple.of("Ids that left the list and stay shared", tally.staying())))));
    }

    private Markup imported() {
        return Markup.all(
                Markup.all(Option.ofOptional(receipt.events())
                        .map(tally -> FlowDrawing.figure(Balances.events(tally), id + "-events"))),
                Markup.all(Option.ofOptional(receipt.imported())
                        .map(tally -> FlowDrawing.figure(Balances.matched(tally.match()), id + "-matched"))),
                Markup.all(Option.ofOptional(receipt.matched()).map(MatchSection::of)),
                Markup.all(Option.ofOptional(receipt.membership()).map(ReceiptSections::membership)),
                Markup.all(Option.ofOptional(receipt.imported()).map(tally -> people(tally, id))));
    }

    static Markup people(ImportTally tally, String id) {
        return Markup.all(
                FlowDrawing.figure(Balances.people(tally), id + "-people"),
                Parts.figures(Vector.of(
                        Tuple.of("In the list now", Figures.count(tally.listSize())),
                        Tuple.of("Added", Figures.count(tally.added())),
                        Tuple.of("Kept", Figures.count(tally.kept())),
                        Tuple.of("Removed from it", Figures.count(tally.removed())))));
    }

    private static Markup membership(MembershipTally tally) {
        return Markup.all(
                el("h3", "What " + Figures.number(tally.deliveries(), "delivery", "deliveries") + " changed, in ids"),
                Parts.figures(Vector.of(
                        Tuple.of("Entered", Figures.count(tally.entered())),
                        Tuple.of("Delivered again", Figures.count(tally.again())),
                        Tuple.of("Left", Figures.count(tally.left())),
                        Tuple.of("Members now", Figures.count(tally.members())))));
    }

    private Markup carried(WorkflowReport told) {
        Markup drawing = Balances.carried(told)
                .map(flow -> FlowDrawing.figure(flow, id + "-carried"))
                .getOrElse(() -> Parts.figures(Vector.<Tuple2<String, String>>empty()
                        .appendAll(Option.when(
                                        told.result().isPresent(),
                                        () -> told.result().getAsLong())
                                .map(people -> Tuple.of("Result, in people", Figures.count(people))))));
        return Markup.all(
                drawing,
                el("p").of("quiet")
                        .with(
                                Markup.text("Done at "),
                                Figures.time(told.ended()),
                                Markup.text(" UTC. A workflow tells no reasons; the bridge’s own route does.")));
    }

    private Markup stored(StoredTally tally) {
        Markup drawing = Balances.stored(tally)
                .map(flow -> FlowDrawing.figure(flow, id + "-stored"))
                .getOrElse(() -> Parts.figures(Vector.of(
                        Tuple.of("Rows sent", Figures.count(tally.sent())),
                        Tuple.of("Stored", Figures.count(tally.stored())),
                        Tuple.of("Rejected", Figures.count(tally.rejectedRows())),
                        Tuple.of("More than were sent", Figures.count(-tally.unexplained())))));
        return Markup.all(
                el("h3", "Stored by the system"),
                drawing,
                el("p").of("quiet").with(Markup.text("Done at "), Figures.time(tally.ended()), Markup.text(" UTC.")));
    }

    private Markup visible(FreshnessWindow window) {
        return visible(window, id);
    }

    static Markup visible(FreshnessWindow window, String id) {
        TimeChart.Row row =
                new TimeChart.Row("Visible in the audience", "", "ahead", Option.some(window), Option.none());
        return Markup.all(
                el("h3", "When it can be seen"),
                el("figure")
                        .with(
                                TimeChart.figure(
                                        id + "-visible", "When members can be seen", Vector.of(row), Option.none()),
                                Parts.window(window)));
    }

    private static Markup files(List<String> files, Map<String, Long> sizes) {
        if (files.isEmpty()) {
            return Markup.none();
        }
        Seq<Markup> rows = Vector.ofAll(files)
                .map(file -> Tables.row(
                        Parts.code(file),
                        Tables.number(sizes.get(file).map(Figures::count).getOrElse("not told"))));
        return Tables.table("Files written", Vector.of(Tables.column("Name"), Tables.numbers("Bytes")), rows);
    }

    private static Markup expiries(List<Expiry> expiries) {
        return expiries.isEmpty()
                ? Markup.none()
                : Markup.all(
                        el("h3", "What ends by itself"),
                        el("ul").of("notices")
                                .with(Vector.ofAll(expiries)
                                        .map(expiry -> el("li").with(
                                                        Figures.time(expiry.at()),
                                                        Markup.text(": "
                                                                + expiry.what().meaning())))));
    }

    /** The first, and those of the others that are something. */
    private static Seq<Tuple2<String, String>> some(Vector<Tuple2<String, Long>> figures) {
        return figures.take(1)
                .appendAll(figures.drop(1).filter(figure -> figure._2() != 0))
                .map(figure -> figure.map2(Figures::count));
    }
}
