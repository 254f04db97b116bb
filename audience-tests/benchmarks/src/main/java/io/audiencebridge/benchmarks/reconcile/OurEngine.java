// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import java.io.IOException;
import java.time.Duration;

/** An engine of the bridge. */
record OurEngine(ReconciliationEngine engine, int threads) implements Engine {
    @Override
    public Counts match(Crowd crowd) throws IOException {
        try (PartsSource members = new PartsSource(crowd.members(), false, threads);
                PartsSource recipients = new PartsSource(crowd.recipients(), true, threads)) {
            MatchTask task = MatchTask.builder()
                    .key(new ReconciliationKey.Visitor())
                    .members(members)
                    .recipients(recipients)
                    .build();
            Call call = Call.within("benchmark", Duration.ofHours(1), System::nanoTime, Progress.SILENT);
            return counts(engine.match(task, call).get());
        }
    }

    private static Counts counts(Matching matching) {
        IdSet ids = matching.recipients();
        long sum = 0;
        long xor = 0;
        for (int i = 0; i < ids.size(); i++) {
            sum += ids.low(i);
            xor ^= ids.low(i);
        }
        return new Counts(
                matching.tally().matched(),
                matching.tally().ambiguous(),
                matching.tally().unmatched(),
                ids.size(),
                sum,
                xor);
    }
}
