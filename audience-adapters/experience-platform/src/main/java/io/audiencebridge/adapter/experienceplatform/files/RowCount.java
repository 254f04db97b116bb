// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Counts the rows of a file, without its header. */
final class RowCount {
    private RowCount() {}

    /** Closes {@code text}. */
    static Either<BridgeError, Long> of(PeekedSource text, CsvOptions options) {
        try (text) {
            // Where cells end does not matter here, only where rows do.
            CsvRows rows = new CsvRows(text, options, options.delimiter().orElse(','));
            long count = options.columns().isEmpty() ? -1 : 0;
            for (CsvRows.Found found = rows.next(); found != CsvRows.Found.END; found = rows.next()) {
                if (found == CsvRows.Found.FAILURE) {
                    return Either.left(rows.failure());
                }
                count++;
            }
            return Either.right(Math.max(0, count));
        }
    }
}
