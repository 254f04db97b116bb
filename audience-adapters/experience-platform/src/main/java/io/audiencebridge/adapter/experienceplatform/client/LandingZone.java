// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * The customer's Data Landing Zone for destinations, which is not the one of Campaign Managed Cloud Services. Source: Experience Platform, "Data Landing Zone
 * destination". Blocks; safe for use by several threads.
 */
public interface LandingZone {
    /** The credentials in force. */
    Either<BridgeError, LandingZoneCredentials> credentials(CallOptions options);

    /** New credentials; the old ones stop working. */
    Either<BridgeError, LandingZoneCredentials> refresh(CallOptions options);
}
