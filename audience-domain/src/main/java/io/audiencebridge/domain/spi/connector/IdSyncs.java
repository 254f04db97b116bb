// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Instant;

/** Tells a system, in bulk, which visitor ids and declared ids are the same persons'. Blocks; safe for use by several threads, each with its own sink. */
public interface IdSyncs {
    /** The first stamp at or after {@code wanted}, in whole seconds, under which nothing was written yet for these data sources (SEMANTICS S20). */
    Either<BridgeError, Instant> freeStamp(IdSyncWrite order, Instant wanted, Call call);

    /** Opens a sink. Writing the same pairs again under the same stamp has the effect of writing them once. Left: {@code InvalidRequest} with every mistake in the order. */
    Either<BridgeError, IdPairSink> open(IdSyncWrite order, Call call);
}
