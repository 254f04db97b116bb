// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunRecord;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Looks records up where a journal can do better than to read them all. Safe for use by several threads. */
@FunctionalInterface
public interface RunPages {
    /** The first records that {@code wanted} asks for: the last started first, and of one moment by run id, downwards. */
    Either<BridgeError, Seq<RunRecord>> page(RunFilter wanted);
}
