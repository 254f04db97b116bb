// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** The one backstop for ports that break their promise not to throw. */
final class Backstop {
    private Backstop() {}

    /** What {@code work} answers, or a {@code ProtocolBreach} by {@code who} if it throws. The message of what was thrown may hold anything and is not repeated. */
    static <T> Either<BridgeError, T> answer(String who, Incident incident, Supplier<Either<BridgeError, T>> work) {
        try {
            return work.get();
        } catch (RuntimeException thrown) {
            return Either.left(new BridgeError.ProtocolBreach(
                    who + " threw " + thrown.getClass().getName()
                            + " instead of answering; report it to the connector's author",
                    incident));
        }
    }
}
