// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ReconciliationEngineContract;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;

/** The engine in memory, which is the domain's own. */
class PackedEngineTest extends ReconciliationEngineContract {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    @Override
    protected ReconciliationEngine open() {
        return new PackedReconciler(THREADS, 2, System.nanoTime(), 1L << 28)::match;
    }

    /** {@code AgreeingWithTheOracleTest} tries it on thousands one by one. */
    @Override
    protected int sideBySide() {
        return 240;
    }
}
