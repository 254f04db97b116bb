// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** What the reader of a preview should know. */
final class PreviewNotices {
    private final Sharing sharing;
    private final Receipt receipt;
    private final Planned planned;

    PreviewNotices(Sharing sharing, Receipt receipt, Planned planned) {
        this.sharing = sharing;
        this.receipt = receipt;
        this.planned = planned;
    }

    List<String> all() {
        return Vector.ofAll(receipt.notices())
                .appendAll(created())
                .appendAll(stranger())
                .appendAll(leavers())
                .appendAll(otherIds())
                .appendAll(planned.notices())
                .appendAll(sizes())
                .distinct()
                .asJava();
    }

    private Option<String> created() {
        return Option.when(
                planned.isNew(),
                sharing instanceof Sharing.Export
                        ? "The audience is not there yet and would be created"
                        : "The list is not there yet and would be created");
    }

    /** SEMANTICS S14. */
    private Option<String> stranger() {
        boolean firstShare = receipt.exported()
                .filter(tally -> tally.shared() > 0 && tally.alreadyShared() == 0)
                .isPresent();
        return Option.when(
                firstShare && !planned.isNew(),
                "The audience is there already, and this bridge has shared nobody into it; who is in it cannot be asked, so everybody counts as new (SEMANTICS S14)");
    }

    /** SEMANTICS S12. */
    private Option<String> leavers() {
        long removed = receipt.imported().map(ImportTally::removed).orElse(0L);
        return Option.when(
                removed > 0,
                () -> removed + (removed == 1 ? " person leaves" : " people leave")
                        + " the list, whoever was added to it by hand among them: the list belongs to the audience (SEMANTICS S12)");
    }

    /** The probe of SEMANTICS S9: both sides hold 38 digits, and not one of them is the same. */
    private Option<String> otherIds() {
        boolean none = receipt.imported()
                .map(ImportTally::match)
                .filter(match -> match.read() > 0 && match.matched() == 0 && match.ambiguous() == 0)
                .isPresent();
        return Option.when(
                none && byVisitorId(),
                "Not one visitor id of the audience is a recipient's; Audience Manager's default rows carry its own ids, which have 38 digits too: have the destination deliver Experience Cloud ids (SEMANTICS S9)");
    }

    private boolean byVisitorId() {
        return sharing instanceof Sharing.Import into
                && into.request().dataSource().key() instanceof Visitor;
    }

    private Option<String> sizes() {
        return Option.when(
                !planned.files().isEmpty(),
                "Names of files are as they would be if the run began now, their sizes are estimates");
    }
}
