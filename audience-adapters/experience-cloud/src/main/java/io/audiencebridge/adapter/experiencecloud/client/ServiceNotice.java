// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

/**
 * A code that the service gave with an answer. Source: Audience Manager, "DCS Error Codes, Messages, and Examples".
 *
 * @param code the number
 */
public record ServiceNotice(int code) {
    /** What a code asks for, the most telling first. */
    public enum Kind {
        /** The organisation, host or partner is not set up for the call. */
        CONFIGURATION,
        /** A token was refused. */
        AUTHORISATION,
        /** An id in the call is not one. */
        INPUT,
        /** The call was not well formed: report it. */
        DEFECT,
        /** A code that is not in the documents. */
        UNKNOWN,
        /** The service stumbled: the same call later. */
        RETRYABLE,
        /** Something was left out; the rest of the answer stands. */
        WARNING,
        /** The visitor must not be followed: no error, stop. */
        PRIVACY
    }

    /** What it asks for. */
    public Kind kind() {
        return ServiceCodes.kind(code);
    }

    /** What it says, in our words: the service's own may repeat ids. */
    public String meaning() {
        return ServiceCodes.meaning(code);
    }

    @Override
    public String toString() {
        return code + " (" + meaning() + ")";
    }
}
