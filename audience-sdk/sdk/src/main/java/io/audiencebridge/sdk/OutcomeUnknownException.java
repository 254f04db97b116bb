// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the line was lost after the last byte; look before a repeat. */
public final class OutcomeUnknownException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public OutcomeUnknownException(BridgeError.OutcomeUnknown error) {
        super(error);
    }

    @Override
    public BridgeError.OutcomeUnknown error() {
        return (BridgeError.OutcomeUnknown) super.error();
    }
}
