// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the caller cancelled; the run can be resumed. */
public final class CancelledException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public CancelledException(BridgeError.Cancelled error) {
        super(error);
    }

    @Override
    public BridgeError.Cancelled error() {
        return (BridgeError.Cancelled) super.error();
    }
}
