// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What takes back a transaction's changes, the newest first. */
final class Undo {
    private @Nullable Deque<Runnable> steps;

    /** Runs as one transaction: a fault takes back what it did. Inside another transaction it is part of that one. */
    void all(Runnable work) {
        if (steps != null) {
            work.run();
            return;
        }
        Deque<Runnable> mine = new ArrayDeque<>();
        steps = mine;
        try {
            work.run();
        } catch (RuntimeException fault) {
            mine.forEach(Runnable::run);
            throw fault;
        } finally {
            steps = null;
        }
    }

    /** Notes how a change that was made is taken back. */
    void note(Runnable inverse) {
        if (steps != null) {
            steps.push(inverse);
        }
    }
}
