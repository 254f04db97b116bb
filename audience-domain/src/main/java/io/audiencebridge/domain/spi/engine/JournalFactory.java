// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Opens journals. Found by {@code ServiceLoader}; needs a public constructor without parameters.
 *
 * @param <S> the settings that this factory understands
 */
public interface JournalFactory<S extends JournalSettings> {
    /** The settings that this factory understands. */
    Class<S> settings();

    /**
     * A journal, made if it is not there. Left: {@code InvalidRequest} with every mistake in the settings, or when it was written by a later version; {@code Conflict} when
     * another process has it for itself; else it cannot be reached.
     */
    Either<BridgeError, JournalStore> open(S settings);
}
