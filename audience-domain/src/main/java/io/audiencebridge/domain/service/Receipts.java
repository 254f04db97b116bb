// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Receipts of run records. */
final class Receipts {
    /** The fact that holds the names of the files written, one a line. */
    static final String FILES = "files";

    /** The fact that holds when the run was delivered. */
    static final String DELIVERED = "delivered";

    private Receipts() {}

    static Receipt of(RunRecord record) {
        Receipt.Builder receipt = Receipt.builder()
                .run(record.run())
                .state(record.state())
                .route(WorkflowFacts.route(record.facts()))
                .waiting(record.waiting())
                .exported(TallyFacts.exported(record.facts()))
                .imported(TallyFacts.imported(record.facts()))
                .membership(TallyFacts.membership(record.facts()))
                .events(ReceiveFacts.tally(record.facts()))
                .stored(StoredFacts.read(record.facts()))
                .notices(NoticeFacts.read(record.facts()))
                .workflow(WorkflowFacts.report(record.facts()))
                .files(files(record));
        if (record.state().isDelivered()) {
            receipt.visible(visible(record));
        }
        return receipt.build();
    }

    /** An import can be seen at once. */
    private static Optional<FreshnessWindow> visible(RunRecord record) {
        if (!ShareFacts.isShare(record.facts())) {
            return Optional.empty();
        }
        return WorkflowFacts.report(record.facts())
                .map(report -> FreshnessWindow.ofWorkflow(report.ended()))
                .or(() -> files(record).isEmpty()
                        ? Optional.empty()
                        : Optional.of(FreshnessWindow.ofFile(delivered(record))));
    }

    /** When the run was delivered. A record of before there was such a fact was written down last when it was. */
    static Instant delivered(RunRecord record) {
        String delivered = record.facts().get(DELIVERED);
        return delivered == null ? record.updated() : Instant.parse(delivered);
    }

    static List<String> files(RunRecord record) {
        return record.facts().getOrDefault(FILES, "").lines().toList();
    }
}
