// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SyncTally;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;

/** The receipts of a journey. */
final class JourneyPage {
    private JourneyPage() {}

    static String of(Seq<Receipt> receipts, Map<String, Long> sizes) {
        return Shell.page(
                "Receipt",
                headline(receipts),
                Markup.none(),
                receipts.zipWithIndex().map(each -> new ReceiptSections(each._1(), sizes, "r" + each._2()).section()));
    }

    private static String headline(Seq<Receipt> receipts) {
        Option<ExportTally> exported = receipts.flatMap(receipt -> Option.ofOptional(receipt.exported()))
                .headOption();
        Option<ImportTally> imported = receipts.flatMap(receipt -> Option.ofOptional(receipt.imported()))
                .headOption();
        Option<SyncTally> synced =
                receipts.flatMap(receipt -> Option.ofOptional(receipt.synced())).headOption();
        if (exported.isDefined() && imported.isDefined()) {
            return shared(exported.get()) + ", and " + listed(imported.get());
        }
        return exported.map(JourneyPage::shared)
                .orElse(imported.map(JourneyPage::listed))
                .orElse(synced.map(tally -> Figures.count(tally.synced()) + " of " + Figures.count(tally.read())
                        + " people were synchronised"))
                .orElse(receipts.headOption().map(receipt -> told(receipt)))
                .getOrElse("Nothing ran");
    }

    private static String shared(ExportTally tally) {
        return Figures.count(tally.shared() + tally.alreadyShared()) + " of " + Figures.count(tally.read())
                + " people are shared";
    }

    private static String listed(ImportTally tally) {
        return Figures.count(tally.listSize()) + (tally.listSize() == 1 ? " person is" : " people are")
                + " in the list now";
    }

    private static String told(Receipt receipt) {
        return receipt.workflow().isPresent() ? "The system’s own workflow carried the members" : ran(receipt.state());
    }

    private static String ran(RunState state) {
        return switch (state) {
            case PLANNED -> "The run is planned";
            case PREPARING -> "The run is being prepared";
            case AWAITING_TRAIT -> "The run waits for its trait";
            case AWAITING_FILE -> "The run waits for a file";
            case AWAITING_WORKFLOW -> "The run waits for a workflow";
            case TRANSFERRING -> "The members are on their way";
            case DELIVERED, STORED, VISIBLE -> "The members were handed over";
            case REFUSED -> "The run was refused; nothing was changed";
            case FAILED -> "The run failed; it can be resumed";
            case CANCELLED -> "The run was cancelled; it can be resumed";
        };
    }

    /** What is shared, and when somebody looked. */
    static Markup lead(String subject, Instant at) {
        return el("p").of("lead")
                .with(
                        Markup.said(subject),
                        el("span").of("quiet").with(Markup.text(" Looked at "), Figures.time(at), Markup.text(" UTC")));
    }
}
