// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when disk, memory, file or key on this machine failed. */
public final class LocalFailureException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public LocalFailureException(BridgeError.LocalFailure error) {
        super(error);
    }

    @Override
    public BridgeError.LocalFailure error() {
        return (BridgeError.LocalFailure) super.error();
    }
}
