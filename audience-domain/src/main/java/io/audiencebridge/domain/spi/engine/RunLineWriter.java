// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ListedRun;
import io.vavr.control.Either;

/** Writes runs in some format, one a line, so that a file of them grows page by page. Safe for use by several threads; does not block. */
@FunctionalInterface
public interface RunLineWriter {
    /** The run as one line, which a line feed ends; there is none inside it. Left: its receipt cannot be told in this format. */
    Either<BridgeError, String> line(ListedRun run);
}
