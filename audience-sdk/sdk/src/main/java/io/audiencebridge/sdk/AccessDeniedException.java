// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the system knows us and refuses, or does not know us. */
public final class AccessDeniedException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public AccessDeniedException(BridgeError.AccessDenied error) {
        super(error);
    }

    @Override
    public BridgeError.AccessDenied error() {
        return (BridgeError.AccessDenied) super.error();
    }
}
