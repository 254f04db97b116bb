// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunRecord;
import java.time.Instant;
import java.util.List;

/** Receipts of run records. */
final class Receipts {
    /** The fact that holds the names of the files written, one a line. */
    static final String FILES = "files";

    /** The fact that holds when the run was delivered. */
    static final String DELIVERED = "delivered";

    private Receipts() {}

    static Receipt of(RunRecord record, FreshnessPolicy policy) {
        Receipt.Builder receipt = Receipt.builder()
                .run(record.run())
                .state(record.state())
                .route(WorkflowFacts.route(record.facts()))
                .waiting(record.waiting())
                .exported(TallyFacts.exported(record.facts()))
                .imported(TallyFacts.imported(record.facts()))
                .matched(MatchFacts.read(record.facts()))
                .membership(TallyFacts.membership(record.facts()))
                .synced(SyncFacts.tally(record.facts()))
                .events(ReceiveFacts.tally(record.facts()))
                .stored(StoredFacts.read(record.facts()))
                .notices(NoticeFacts.read(record.facts()))
                .workflow(WorkflowFacts.report(record.facts()))
                .files(files(record));
        return receipt.visible(Freshness.window(record, policy))
                .late(Lateness.since(record))
                .expiries(Expiries.of(record))
                .build();
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
