// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.Optional;

/**
 * The answer to a push. Audience Manager knows two: 200 within three seconds, and everything else, after which it sends the same message once more. Can be logged: it
 * names nobody.
 *
 * @param status the status of HTTP: 200 taken, 400 no readable message, 401 signature or token missing or wrong, 405 no POST, 413 too large, 500 the handler failed, 503 too late or
 *     too busy
 * @param reason why, in words
 * @param cause what the handler threw; may quote people, so it is not printed with the answer
 */
public record PushAnswer(int status, String reason, Optional<Throwable> cause) {
    static final PushAnswer TAKEN = of(200, "taken");

    static PushAnswer of(int status, String reason) {
        return new PushAnswer(status, reason, Optional.empty());
    }

    /** Whether the message was taken. */
    public boolean isTaken() {
        return status == TAKEN.status;
    }

    @Override
    public String toString() {
        return status + " " + reason;
    }
}
