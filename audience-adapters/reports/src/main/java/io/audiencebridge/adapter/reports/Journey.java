// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Predicate;

/**
 * The receipts of one journey, sorted.
 *
 * @param exported the receipt that counts the export, if there is one
 * @param imported the receipt that counts the import, if there is one
 * @param synced the receipts of synchronisations of ids
 * @param carried the receipts of what the system's own workflows carried
 */
record Journey(Option<Receipt> exported, Option<Receipt> imported, Seq<Receipt> synced, Seq<Receipt> carried) {
    static Either<BridgeError, Journey> of(Seq<Receipt> receipts) {
        return only("export", receipts, receipt -> receipt.exported().isPresent())
                .flatMap(exported -> only(
                                "import",
                                receipts,
                                receipt -> receipt.imported().isPresent())
                        .map(imported -> new Journey(
                                exported,
                                imported,
                                receipts.filter(receipt -> receipt.synced().isPresent()),
                                receipts.filter(receipt -> receipt.workflow().isPresent()))));
    }

    private static Either<BridgeError, Option<Receipt>> only(
            String what, Seq<Receipt> receipts, Predicate<Receipt> counts) {
        Seq<Receipt> found = receipts.filter(counts);
        return found.size() > 1
                ? Either.left(BridgeError.InvalidRequest.of(
                        "receipts",
                        found.size() + " receipts count an " + what
                                + "; a report tells one journey, so write one report for each"))
                : Either.right(found.headOption());
    }
}
