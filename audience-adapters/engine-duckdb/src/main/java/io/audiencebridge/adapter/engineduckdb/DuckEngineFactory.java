// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.concurrent.Executor;

/** Makes engines that work out of core. */
public final class DuckEngineFactory implements EngineFactory<DuckEngineSettings> {
    private static final long LEAST_MEMORY = 64L << 20;

    /** For {@code ServiceLoader}. */
    public DuckEngineFactory() {}

    @Override
    public Class<DuckEngineSettings> settings() {
        return DuckEngineSettings.class;
    }

    /**
     * An engine; removes what a killed process left in the temporary folder. Left: {@code InvalidRequest} with every mistake in the settings, or {@code LocalFailure} when the
     * temporary folder cannot be made.
     *
     * @param executor is not used: DuckDB brings threads of its own, as many as the settings say
     */
    @Override
    public Either<BridgeError, ReconciliationEngine> open(DuckEngineSettings settings, Executor executor, long seed) {
        Seq<Violation> violations = mistakes(settings);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        return ScratchFolder.removeLeftBehind(settings.temporaryFolder())
                .map(folder -> new DuckEngine(settings, folder, seed));
    }

    private static Seq<Violation> mistakes(DuckEngineSettings settings) {
        Seq<Violation> found = Vector.empty();
        if (settings.memoryBytes() < LEAST_MEMORY) {
            found = found.append(new Violation(
                    "memoryBytes",
                    settings.memoryBytes() + " is too little for DuckDB; give it " + LEAST_MEMORY + " at least"));
        }
        if (settings.threads() < 1) {
            found = found.append(new Violation("threads", settings.threads() + " is none; give it 1 at least"));
        }
        if (settings.mostTemporaryBytes().orElse(0) < 0) {
            found = found.append(
                    new Violation("mostTemporaryBytes", "must not be negative; 0 forbids temporary files"));
        }
        return found;
    }
}
