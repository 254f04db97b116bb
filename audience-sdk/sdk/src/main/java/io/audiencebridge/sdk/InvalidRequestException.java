// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the request cannot be carried out as it stands; {@link #error()} has all violations at once. */
public final class InvalidRequestException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public InvalidRequestException(BridgeError.InvalidRequest error) {
        super(error);
    }

    @Override
    public BridgeError.InvalidRequest error() {
        return (BridgeError.InvalidRequest) super.error();
    }
}
