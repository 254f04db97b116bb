// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Exports audiences at once. Source: Experience Platform, "Ad-hoc activation API". Blocks; safe for use by several threads. */
public interface AdHocActivation {
    /**
     * Begins exports. Not repeated by itself: where the outcome is not known, a repeat answers {@link AdHocOutcome.AlreadyRunning} if it had been heard. Left:
     * {@code InvalidRequest} for more audiences than a call may name, or within an hour of the activation.
     */
    Either<BridgeError, AdHocOutcome> activate(AdHocOrder order, CallOptions options);
}
