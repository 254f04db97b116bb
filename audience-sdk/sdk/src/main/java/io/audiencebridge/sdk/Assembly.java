// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.function.Consumer;

/** Opens the parts of a bridge and gathers what is wrong with all of them. What it opened, it closes again when the bridge cannot be. Not thread-safe. */
final class Assembly {
    private final Belongings opened = new Belongings();
    private Vector<Violation> violations;
    private Vector<BridgeError> failures = Vector.empty();

    Assembly(Vector<Violation> violations) {
        this.violations = violations;
    }

    /** Notes what became of a part; {@code closing} is how it is closed again, should another part fail. */
    <T> Either<BridgeError, T> open(Either<BridgeError, T> part, Consumer<T> closing) {
        return part.peek(value -> opened.add(() -> closing.accept(value))).peekLeft(this::note);
    }

    /** Whether all is well so far. */
    boolean isSound() {
        return violations.isEmpty() && failures.isEmpty();
    }

    /** Closes what was opened. Gives all violations as one error, or else the first failure. */
    BridgeError giveUp() {
        opened.close();
        return violations.isEmpty()
                ? failures.head()
                : new BridgeError.InvalidRequest(violations.distinct(), Incident.local());
    }

    private void note(BridgeError error) {
        if (error instanceof BridgeError.InvalidRequest invalid) {
            violations = violations.appendAll(invalid.violations());
        } else {
            failures = failures.append(error);
        }
    }
}
