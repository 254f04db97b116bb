// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;

/**
 * Why there is no token.
 *
 * @param error what the caller gets
 * @param ofTheClient whether the service does not take this client with this secret, so that another secret may help
 */
record TokenRefusal(BridgeError error, boolean ofTheClient) {
    /** Whether asking again with the same credential is useless. */
    boolean isForGood() {
        return error instanceof BridgeError.AccessDenied;
    }
}
