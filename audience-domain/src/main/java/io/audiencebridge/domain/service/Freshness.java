// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import java.util.Optional;

/** When the members of a run can be seen, by the way they take. */
final class Freshness {
    private Freshness() {}

    /** The window of what was handed over, or of what is waited for. An import that is done can be seen at once, so it has none. */
    static Optional<FreshnessWindow> window(RunRecord record, FreshnessPolicy policy) {
        if (record.state().isDelivered()) {
            return sent(record, policy);
        }
        return record.state() == RunState.AWAITING_FILE
                ? Optional.of(policy.window(record.started(), awaited(record)))
                : Optional.empty();
    }

    private static Optional<FreshnessWindow> sent(RunRecord record, FreshnessPolicy policy) {
        if (WorkflowFacts.route(record.facts()) == Route.SYSTEM) {
            return ShareFacts.isShare(record.facts())
                    ? WorkflowFacts.report(record.facts())
                            .map(report -> policy.window(report.ended(), FreshnessLeg.CAMPAIGN_TO_AUDIENCE_MANAGER))
                    : Optional.empty();
        }
        boolean nothingSent =
                Receipts.files(record).isEmpty() && record.waiting().isEmpty();
        return nothingSent
                ? Optional.empty()
                : Optional.of(policy.window(Receipts.delivered(record), FreshnessLeg.FILE_TO_AUDIENCE_MANAGER));
    }

    private static FreshnessLeg awaited(RunRecord record) {
        return ReceiveFacts.isReceive(record.facts())
                ? FreshnessLeg.PLATFORM_TO_FILE
                : FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN;
    }
}
