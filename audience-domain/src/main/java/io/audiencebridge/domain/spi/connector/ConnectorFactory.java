// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Connects to one kind of system. Found by {@code ServiceLoader}; needs a public constructor without parameters.
 *
 * @param <S> the settings that this factory understands
 */
public interface ConnectorFactory<S extends ConnectorSettings> {
    /** The settings that this factory understands. */
    Class<S> settings();

    /** A connector; nothing is sent yet. Left: {@code InvalidRequest} with every mistake in the settings. */
    Either<BridgeError, Connector> connect(S settings, ConnectorContext context);
}
