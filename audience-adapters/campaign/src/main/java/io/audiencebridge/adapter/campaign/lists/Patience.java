// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;

/**
 * Which failures of a batch a smaller one may cure: a refusal, since Campaign and the servers before it refuse what is too large in many words (HTTP 413, faults
 * about memory), and silence, since a call that is too large outlasts every timeout. UNVERIFIED: that they can be told in no better way. Not thread-safe.
 */
final class Patience {
    /** Calls without an answer in a row that are borne: the line may be lost for another reason than the size. */
    private static final int SILENCES = 4;

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private int silences;

    /** A call succeeded. */
    void restore() {
        silences = 0;
    }

    boolean allowsAnother(BridgeError error) {
        if (error instanceof BridgeError.OutcomeUnknown) {
            silences++;
            return silences < SILENCES;
        }
        return error instanceof BridgeError.RejectedBySystem;
    }

    /** The failure that ends it. What is unknown here is harmless, since the change may be repeated. */
    BridgeError told(BridgeError error) {
        return error instanceof BridgeError.OutcomeUnknown
                ? new BridgeError.Unavailable(
                        "Campaign left " + silences + " writes of memberships in a row without an answer;"
                                + " some may have arrived, and the same change may be repeated",
                        error.incident(),
                        PAUSE)
                : error;
    }
}
