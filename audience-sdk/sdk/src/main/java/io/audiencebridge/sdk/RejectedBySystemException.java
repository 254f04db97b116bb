// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the system understood and said no. */
public final class RejectedBySystemException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public RejectedBySystemException(BridgeError.RejectedBySystem error) {
        super(error);
    }

    @Override
    public BridgeError.RejectedBySystem error() {
        return (BridgeError.RejectedBySystem) super.error();
    }
}
