// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** An answer that is no SOAP: a status and a plain text. Source: campaign.md, sections 2.4 and 2.11. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    static Refusal wrongPassword() {
        return new Refusal(403, "XSV-350012 Invalid login or password. Connection denied.");
    }

    static Refusal wrongZone() {
        return new Refusal(403, SoapFault.WRONG_ZONE);
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
