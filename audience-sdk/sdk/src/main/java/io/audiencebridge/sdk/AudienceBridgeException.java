// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Root of what the bridge's throwing door throws: one final subclass for each {@link BridgeError}, named after it. */
public abstract sealed class AudienceBridgeException extends RuntimeException
        permits InvalidRequestException,
                NotFoundException,
                AccessDeniedException,
                ConflictException,
                ThrottledException,
                UnavailableException,
                RejectedBySystemException,
                ProtocolBreachException,
                OutcomeUnknownException,
                DeadlineExceededException,
                CancelledException,
                LocalFailureException,
                UnbalancedException {
    private static final long serialVersionUID = 1;

    private final transient BridgeError error;

    AudienceBridgeException(BridgeError error) {
        super(error.message());
        this.error = error;
    }

    /** What went wrong, as a value; null only after the exception was serialised. */
    public BridgeError error() {
        return error;
    }
}
