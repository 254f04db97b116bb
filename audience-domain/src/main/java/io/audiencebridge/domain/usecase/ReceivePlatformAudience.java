// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.vavr.control.Either;

/** Brings a Platform audience into a recipient list, as its exports tell it. Blocks until done or waiting; safe for use by several threads. */
@FunctionalInterface
public interface ReceivePlatformAudience {
    /** Receives. Right: a receipt that says delivered, or waiting for a first export. Left: what went wrong; the list is unchanged unless additions had begun. */
    Either<BridgeError, Receipt> receive(ReceiveRequest request, Call call);
}
