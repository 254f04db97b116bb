// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import java.io.IOException;
import java.time.Duration;

/** An engine of the bridge. */
record OurEngine(ReconciliationEngine engine) implements Engine {
    @Override
    public Counts match(Crowd crowd) throws IOException {
        try (KeySource members = PartSource.all(crowd.members(), false);
                KeySource recipients = PartSource.all(crowd.recipients(), true)) {
            MatchTask task = MatchTask.builder()
                    .key(crowd.keys().key())
                    .members(members)
                    .recipients(recipients)
                    .build();
            Call call = Call.within("benchmark", Duration.ofHours(1), System::nanoTime, Progress.SILENT);
            return counts(engine.match(task, call).getOrElseThrow(failed -> new IOException(failed.message())));
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
