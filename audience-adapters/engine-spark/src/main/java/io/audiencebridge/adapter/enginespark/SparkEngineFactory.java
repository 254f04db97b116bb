// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.Executor;
import org.apache.spark.sql.SparkSession;

/** Makes engines that match on a Spark cluster. */
public final class SparkEngineFactory implements EngineFactory<SparkEngineSettings> {
    private static final int LEAST_BYTES = 1 << 16;

    /** For {@code ServiceLoader}. */
    public SparkEngineFactory() {}

    @Override
    public Class<SparkEngineSettings> settings() {
        return SparkEngineSettings.class;
    }

    /**
     * An engine. Left: {@code InvalidRequest} when there is no session, or too little room on the driver.
     *
     * @param executor is not used: the cluster has executors of its own
     */
    @Override
    public Either<BridgeError, ReconciliationEngine> open(SparkEngineSettings settings, Executor executor, long seed) {
        if (settings.driverBytes() < LEAST_BYTES) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "driverBytes", settings.driverBytes() + " is too little; give it " + LEAST_BYTES + " at least"));
        }
        return session(settings)
                .toEither(
                        () -> (BridgeError)
                                BridgeError.InvalidRequest.of(
                                        "session",
                                        "There is no Spark session in this process; give the settings one, or start one before the bridge"))
                .map(session -> new SparkEngine(session, settings.driverBytes()));
    }

    private static Option<SparkSession> session(SparkEngineSettings settings) {
        return Option.ofOptional(settings.session())
                .orElse(() -> Option.of(SparkSession.getActiveSession().getOrElse(() -> null)))
                .orElse(() -> Option.of(SparkSession.getDefaultSession().getOrElse(() -> null)));
    }
}
