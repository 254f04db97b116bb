// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;

/** What files that are not as described mean. */
final class BridgeErrors {
    private BridgeErrors() {}

    static BridgeError breach(String message) {
        return new BridgeError.ProtocolBreach(message, Incident.local());
    }
}
