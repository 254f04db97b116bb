// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the call's time was up; the run can be resumed. */
public final class DeadlineExceededException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public DeadlineExceededException(BridgeError.DeadlineExceeded error) {
        super(error);
    }

    @Override
    public BridgeError.DeadlineExceeded error() {
        return (BridgeError.DeadlineExceeded) super.error();
    }
}
