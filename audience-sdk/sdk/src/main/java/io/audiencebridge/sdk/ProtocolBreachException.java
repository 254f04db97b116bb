// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when an answer came that the protocol does not allow. */
public final class ProtocolBreachException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public ProtocolBreachException(BridgeError.ProtocolBreach error) {
        super(error);
    }

    @Override
    public BridgeError.ProtocolBreach error() {
        return (BridgeError.ProtocolBreach) super.error();
    }
}
