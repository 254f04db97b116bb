// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.vavr.control.Either;

/** Tells a system which visitor ids and declared ids are the same recipients'. Blocks until done; safe for use by several threads. */
@FunctionalInterface
public interface SyncDeclaredIds {
    /** Synchronises. Right: a receipt that says delivered, with a tally that balances. Left: what went wrong; nothing counts as told then, and the run can be resumed. */
    Either<BridgeError, Receipt> sync(SyncRequest request, Call call);
}
