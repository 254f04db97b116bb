// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

/** A rule that cannot be read, or that nobody may have. */
public final class RuleError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleError(String message) {
        super(message, null, false, false);
    }

    /** What is wrong, for the one who wrote the rule. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
