// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed in the end, the last comer first, each once. Safe for use by several threads. */
final class Belongings {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    synchronized void add(Runnable closing) {
        closings.push(closing);
    }

    /** Closes everything; one that throws, against its promise, does not keep the others open. */
    synchronized void close() {
        while (!closings.isEmpty()) {
            Runnable closing = closings.pop();
            Backstop.answer("A connector", Incident.local(), () -> closed(closing));
        }
    }

    private static Either<BridgeError, Boolean> closed(Runnable closing) {
        closing.run();
        return Either.right(true);
    }
}
