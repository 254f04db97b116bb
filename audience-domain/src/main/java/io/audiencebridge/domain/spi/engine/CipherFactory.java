// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Makes ciphers. Found by {@code ServiceLoader}; needs a public constructor without parameters.
 *
 * @param <S> the settings that this factory understands
 */
public interface CipherFactory<S extends CipherSettings> {
    /** The settings that this factory understands. */
    Class<S> settings();

    /** A cipher. Left: {@code InvalidRequest} with every mistake in the settings, such as a key that cannot be read or may not be used. */
    Either<BridgeError, Cipher> open(S settings);
}
