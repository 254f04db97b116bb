// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;

/** Carries an error up to {@link GzipSource#read}. Has no stack trace: it is told, never debugged. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BridgeError error;

    Unreadable(BridgeError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** The content of {@code file} cannot be trusted. */
    static Unreadable damage(String file, String what) {
        return new Unreadable(new BridgeError.ProtocolBreach(
                "File " + file + " " + what + "; have it written again, then resume the run", Incident.local()));
    }

    BridgeError error() {
        return error;
    }
}
