// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the system could not be reached or is out of order for now. */
public final class UnavailableException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public UnavailableException(BridgeError.Unavailable error) {
        super(error);
    }

    @Override
    public BridgeError.Unavailable error() {
        return (BridgeError.Unavailable) super.error();
    }
}
