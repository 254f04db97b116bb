// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

/** Why a whole inbound file is left alone. */
final class Unprocessable extends Exception {
    private static final long serialVersionUID = 1L;

    Unprocessable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
