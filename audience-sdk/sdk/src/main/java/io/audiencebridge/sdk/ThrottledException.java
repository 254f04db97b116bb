// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the system asks for a pause. */
public final class ThrottledException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public ThrottledException(BridgeError.Throttled error) {
        super(error);
    }

    @Override
    public BridgeError.Throttled error() {
        return (BridgeError.Throttled) super.error();
    }
}
