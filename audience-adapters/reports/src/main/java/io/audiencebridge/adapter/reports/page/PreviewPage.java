// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.Preview;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What a sharing would do. */
final class PreviewPage {
    private PreviewPage() {}

    static String of(Preview preview) {
        Markup lead = el("p").of("lead")
                .with(
                        Markup.said(preview.subject()),
                        el("span", " Nothing was sent.").of("quiet"));
        return Shell.page(
                "Preview",
                headline(preview),
                lead,
                Vector.of(
                        Parts.section(
                                "What would happen",
                                Markup.all(Option.ofOptional(preview.waiting()).map(Parts::waiting)),
                                Markup.all(Option.ofOptional(preview.exported())
                                        .map(tally ->
                                                FlowDrawing.figure(Balances.exported(tally), "preview-exported"))),
                                Markup.all(Option.ofOptional(preview.imported())
                                        .map(tally -> Markup.all(
                                                FlowDrawing.figure(Balances.matched(tally.match()), "preview-matched"),
                                                ReceiptSections.people(tally, "preview")))),
                                Parts.notices(preview.notices())),
                        Parts.section("What it would take", duration(preview), files(preview), calls(preview)),
                        Parts.section(
                                "How, and when",
                                Markup.all(Option.ofOptional(preview.matched()).map(MatchSection::of)),
                                Markup.all(Option.ofOptional(preview.visible())
                                        .map(window -> ReceiptSections.visible(window, "preview"))))));
    }

    /** What it comes to, in one sentence. */
    static String headline(Preview preview) {
        if (preview.exported().isPresent()) {
            long shared = preview.exported().get().shared();
            return Figures.number(shared, "person", "people") + " would be shared";
        }
        return preview.imported().isPresent()
                ? "The list would hold "
                        + Figures.number(preview.imported().get().listSize(), "person", "people")
                : "What it would do is not known yet";
    }

    private static Markup duration(Preview preview) {
        return preview.duration().isEmpty()
                ? el("p", "How long it would take is not known: there are no past runs of its kind.")
                        .of("quiet")
                : el(
                        "p",
                        "About " + Figures.duration(preview.duration().get()) + ", by "
                                + Figures.number(preview.pastRuns(), "past run", "past runs") + ".");
    }

    private static Markup files(Preview preview) {
        return preview.files().isEmpty()
                ? Markup.none()
                : Tables.table(
                        "Files that would be written",
                        Vector.of(Tables.column("Name"), Tables.numbers("Rows"), Tables.numbers("Bytes, about")),
                        Vector.ofAll(preview.files())
                                .map(file -> Tables.row(
                                        Parts.code(file.name()),
                                        Tables.count(file.rows()),
                                        Tables.count(file.bytes()))));
    }

    private static Markup calls(Preview preview) {
        return preview.calls().isEmpty()
                ? Markup.none()
                : Tables.table(
                        "Calls that would be made",
                        Vector.of(Tables.column("To"), Tables.numbers("Reading"), Tables.numbers("Writing")),
                        Vector.ofAll(preview.calls())
                                .map(calls -> Tables.row(
                                        Parts.code(calls.connection()),
                                        Tables.count(calls.reading()),
                                        Tables.count(calls.writing()))));
    }
}
