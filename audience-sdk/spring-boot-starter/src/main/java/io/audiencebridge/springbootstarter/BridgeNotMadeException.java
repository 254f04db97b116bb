// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sdk.AudienceBridgeException;
import java.util.stream.Collectors;

/** The application cannot start, since its bridge cannot be made; says why and what to do. */
final class BridgeNotMadeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    private BridgeNotMadeException(String description, String action, AudienceBridgeException cause) {
        super(description, cause);
        this.action = action;
    }

    private BridgeNotMadeException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** The builder refused, with every mistake at once, or could not open something. */
    static BridgeNotMadeException refused(AudienceBridgeException refusal) {
        String why = refusal.error() instanceof BridgeError.InvalidRequest invalid
                ? invalid.violations().toJavaStream().map(wrong -> "- " + wrong).collect(Collectors.joining("\n"))
                : "- " + refusal.getMessage();
        return new BridgeNotMadeException(
                "The audience bridge cannot be made:\n" + why,
                "Correct the properties under 'audience-bridge', or what an AudienceBridgeBuilderCustomizer says.",
                refusal);
    }

    /** A property asks for something whose artifact is not there. */
    static BridgeNotMadeException lacking(String property, String artifact) {
        return new BridgeNotMadeException(
                "Property '" + property + "' needs the artifact io.audiencebridge:" + artifact
                        + ", which is not on the class path.",
                "Add " + artifact + " to the application.");
    }

    /** What to do about it. */
    String action() {
        return action;
    }
}
