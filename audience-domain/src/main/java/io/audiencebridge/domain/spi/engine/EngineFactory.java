// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.concurrent.Executor;

/**
 * Makes reconciliation engines. Found by {@code ServiceLoader}; needs a public constructor without parameters.
 *
 * @param <S> the settings that this factory understands
 */
public interface EngineFactory<S extends EngineSettings> {
    /** The settings that this factory understands. */
    Class<S> settings();

    /**
     * An engine. Left: {@code InvalidRequest} with every mistake in the settings.
     *
     * @param executor where the engine may work beside the caller's thread; it may be busy or refuse work
     * @param seed of hashes, which nobody outside can predict
     */
    Either<BridgeError, ReconciliationEngine> open(S settings, Executor executor, long seed);
}
