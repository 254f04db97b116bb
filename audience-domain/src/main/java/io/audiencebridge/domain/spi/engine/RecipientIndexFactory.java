// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;

/** Opens kept copies of recipients' keys. Found by {@code ServiceLoader}; needs a public constructor without parameters. */
public interface RecipientIndexFactory {
    /**
     * The copies in the home at {@code place}; nothing is written before one is built.
     *
     * @param secret encrypts them; not needed to purge or expire them
     */
    Either<BridgeError, RecipientIndexes> open(String place, Secret secret);
}
