// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunRecord;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;

/** Says what a sharing would do: runs it on a {@link Rehearsal} and tells what it would have written. */
final class Previewing {
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    Previewing(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    Either<BridgeError, Preview> preview(Sharing sharing, Call call) {
        Rehearsal rehearsal = new Rehearsal(connectors, infrastructure);
        Map<String, String> facts = RequestFacts.write(sharing);
        return rehearsal
                .run(facts, call)
                .flatMap(record -> PastRuns.of(facts, infrastructure.journal())
                        .map(past -> preview(sharing, record, rehearsal.planned(), past)));
    }

    private Preview preview(Sharing sharing, RunRecord record, Planned planned, PastRuns past) {
        Receipt receipt = Receipts.of(record, infrastructure.freshness());
        return Preview.builder()
                .subject(SharingSubject.of(sharing))
                .exported(receipt.exported())
                .imported(receipt.imported())
                .files(planned.files())
                .calls(planned.calls())
                .matched(receipt.matched().map(Previewing::unrun))
                .duration(past.usual())
                .pastRuns(past.runs())
                .visible(visible(receipt, planned))
                .waiting(planned.waiting().or(receipt::waiting))
                .notices(new PreviewNotices(sharing, receipt, planned).all())
                .build();
    }

    /** How long matching took here says nothing of the run. */
    private static MatchPlan unrun(MatchPlan plan) {
        return MatchPlan.builder()
                .route(plan.route())
                .because(plan.because())
                .estimates(plan.estimates())
                .build();
    }

    /** Whoever must wait before sending is seen as much later. */
    private Optional<FreshnessWindow> visible(Receipt receipt, Planned planned) {
        return planned.waiting().isPresent() && receipt.visible().isPresent()
                ? planned.waiting()
                        .map(waiting -> infrastructure
                                .freshness()
                                .window(waiting.until(), FreshnessLeg.FILE_TO_AUDIENCE_MANAGER))
                : receipt.visible();
    }
}
