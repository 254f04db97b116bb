// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when somebody or something else holds what the request needs. */
public final class ConflictException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public ConflictException(BridgeError.Conflict error) {
        super(error);
    }

    @Override
    public BridgeError.Conflict error() {
        return (BridgeError.Conflict) super.error();
    }
}
