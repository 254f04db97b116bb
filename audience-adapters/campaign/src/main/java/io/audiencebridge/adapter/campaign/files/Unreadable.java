// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import java.io.IOException;

/** Carries an error through code that knows I/O errors alone. Has no stack trace: it is told, never debugged. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient BridgeError error;

    Unreadable(BridgeError error) {
        super(error.message());
        this.error = error;
    }

    BridgeError error() {
        return error;
    }

    /** The error of a file whose content cannot be trusted. */
    static BridgeError damage(String file, String what) {
        return new BridgeError.ProtocolBreach(
                "Extract " + file + " " + what + "; look at the workflow that wrote it, then resume the run",
                Incident.builder().system(SystemId.CAMPAIGN).build());
    }

    /** What {@code failure}, or what caused it, carries; else {@code otherwise}. */
    static BridgeError in(Throwable failure, BridgeError otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable.error;
            }
        }
        return otherwise;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
