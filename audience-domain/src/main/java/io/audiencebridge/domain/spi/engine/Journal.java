// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** What is written down of every run; the only commit point. What {@link #save} answered right is there after a crash. Safe for use by several threads. */
public interface Journal {
    /** Writes the record, replacing what was there under its run. */
    Either<BridgeError, RunRecord> save(RunRecord record);

    /** The record of {@code run}, if there is one. */
    Either<BridgeError, Option<RunRecord>> find(RunId run);

    /** Every record, oldest first. */
    Either<BridgeError, Seq<RunRecord>> all();
}
