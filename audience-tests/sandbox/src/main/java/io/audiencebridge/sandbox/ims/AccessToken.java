// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import java.time.Duration;
import java.time.Instant;

/** A token that was handed out: its text, for whom, and from when it lives. */
public record AccessToken(String text, String clientId, String scope, Instant createdAt) {
    /** How long a token lives; the wire says one second less, as the real service does. */
    public static final Duration LIFETIME = Duration.ofDays(1);

    boolean expiredAt(Instant now) {
        return !now.isBefore(createdAt.plus(LIFETIME));
    }
}
