// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Makes file exchanges. Found by {@code ServiceLoader}; needs a public constructor without parameters.
 *
 * @param <S> the settings that this factory understands
 */
public interface FileExchangeFactory<S extends ExchangeSettings> {
    /** The settings that this factory understands. */
    Class<S> settings();

    /** An exchange; nothing is sent yet. Left: {@code InvalidRequest} with every mistake in the settings. */
    Either<BridgeError, FileExchange> open(S settings);
}
