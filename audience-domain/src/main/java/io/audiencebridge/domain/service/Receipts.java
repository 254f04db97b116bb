// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunRecord;
import java.util.List;

/** Receipts of run records. */
final class Receipts {
    /** The fact that holds the names of the files written, one a line. */
    static final String FILES = "files";

    private Receipts() {}

    static Receipt of(RunRecord record) {
        Receipt.Builder receipt = Receipt.builder()
                .run(record.run())
                .state(record.state())
                .waiting(record.waiting())
                .exported(TallyFacts.exported(record.facts()))
                .imported(TallyFacts.imported(record.facts()))
                .files(files(record));
        if (record.state().isDelivered() && !files(record).isEmpty()) {
            receipt.visible(FreshnessWindow.ofFile(record.updated()));
        }
        return receipt.build();
    }

    private static List<String> files(RunRecord record) {
        return record.facts().getOrDefault(FILES, "").lines().toList();
    }
}
