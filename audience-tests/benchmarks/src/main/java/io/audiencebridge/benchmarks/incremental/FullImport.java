// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.reconcile.PartSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import java.io.IOException;

/** Reads everybody of the second day. */
record FullImport(Population population, Recipients everybody, PackedReconciler engine) implements Import {
    @Override
    public String run() throws IOException {
        try (KeySource members = PartSource.all(population.parts("members"), false);
                KeySource recipients = everybody.everybody()) {
            MatchTask task = MatchTask.builder()
                    .key(new ReconciliationKey.Visitor())
                    .members(members)
                    .recipients(recipients)
                    .build();
            return Import.told(engine.match(task, Import.call()).get());
        }
    }
}
