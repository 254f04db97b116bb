// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.InstantSource;

/**
 * Makes token sources. Found by {@code ServiceLoader}; needs a public constructor without parameters.
 *
 * @param <S> the settings that this factory understands
 */
public interface TokenSourceFactory<S extends SignInSettings> {
    /** The settings that this factory understands. */
    Class<S> settings();

    /** A token source; nothing is sent yet. Left: {@code InvalidRequest} with every mistake in the settings. */
    Either<BridgeError, TokenSource> open(S settings, InstantSource clock);
}
