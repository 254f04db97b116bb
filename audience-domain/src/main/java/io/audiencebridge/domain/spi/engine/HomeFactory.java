// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Opens homes. Found by {@code ServiceLoader}; needs a public constructor without parameters. */
public interface HomeFactory {
    /** The home at {@code place}, such as a folder; made if it is not there. Left: {@code LocalFailure}. */
    Either<BridgeError, Home> open(String place);
}
