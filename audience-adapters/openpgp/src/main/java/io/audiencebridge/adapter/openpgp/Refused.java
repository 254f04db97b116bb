// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import java.io.IOException;

/** Carries an error through code that knows I/O errors alone. Has no stack trace: it is told, never debugged. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient BridgeError error;

    Refused(BridgeError error) {
        super(error.message());
        this.error = error;
    }

    /** The content of {@code file} cannot be trusted. */
    static Refused damage(String file, String what) {
        return new Refused(new BridgeError.ProtocolBreach(
                "File " + file + " " + what + "; have it encrypted and sent again, then resume the run",
                Incident.local()));
    }

    /** What {@code failure}, or what caused it, carries; else {@code otherwise}. */
    static BridgeError in(Throwable failure, Refused otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.error;
            }
        }
        return otherwise.error;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
