// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Looks at the preconditions of a sharing on one system's side. Reads only; blocks; safe for use by several threads. */
public interface Preconditions {
    /**
     * Every precondition that this system's documents know for the order, in the order of the way that members take; one that cannot be looked at is {@code Unseen}. A look
     * that fails spoils no other.
     *
     * <p>Left: only if nothing could be looked at at all.
     */
    Either<BridgeError, Seq<CheckOutcome>> check(CheckOrder order, Call call);
}
