// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.vavr.control.Either;

/** Exports a recipient list as a shared audience. Works on the caller's thread until the run is delivered or must wait; safe for use by several threads. */
@FunctionalInterface
public interface ShareRecipientList {
    /** Shares. Right: a receipt that says delivered or waiting. Left: what went wrong; {@code InvalidRequest} carries all violations at once. */
    Either<BridgeError, Receipt> share(ShareRequest request, Call call);
}
