// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import java.util.Optional;

/** What an attempt ended with, as far as its status says; for observers, who hear of each attempt. What the request ended with is {@link Refusal}'s. */
final class Answered {
    private Answered() {}

    /** No answer began. */
    static BridgeError nothing(Call call) {
        return call.check()
                .fold(over -> over, open -> new BridgeError.Unavailable("No answer came", at(call), Refusal.PAUSE));
    }

    static Optional<BridgeError> by(int status, Call call) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        String said = "The store answered " + status;
        return Optional.of(
                switch (status) {
                    case 401, 403 -> new BridgeError.AccessDenied(said, at(call));
                    case 404 -> new BridgeError.NotFound(said, at(call));
                    case 409, 412 -> new BridgeError.Conflict(said, at(call));
                    case 429 -> new BridgeError.Throttled(said, at(call), Refusal.PAUSE);
                    default ->
                        status >= 500
                                ? new BridgeError.Unavailable(said, at(call), Refusal.PAUSE)
                                : new BridgeError.RejectedBySystem(said, at(call));
                });
    }

    private static Incident at(Call call) {
        return Incident.at(Refusal.S3, call.correlationId());
    }
}
