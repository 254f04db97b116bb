// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when something named in the request does not exist or cannot be seen. */
public final class NotFoundException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public NotFoundException(BridgeError.NotFound error) {
        super(error);
    }

    @Override
    public BridgeError.NotFound error() {
        return (BridgeError.NotFound) super.error();
    }
}
