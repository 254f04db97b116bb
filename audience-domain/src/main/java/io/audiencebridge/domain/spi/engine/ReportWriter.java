// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Writes the receipts of one journey in some format. Safe for use by several threads; does not block. */
public interface ReportWriter {
    /**
     * The report, as text; lines end with a line feed. A receipt without counts is left out.
     *
     * @param receipts of one journey: at most one that counts an export and one that counts an import
     * @return left {@code InvalidRequest} when two receipts count the same
     */
    Either<BridgeError, String> write(Seq<Receipt> receipts);
}
