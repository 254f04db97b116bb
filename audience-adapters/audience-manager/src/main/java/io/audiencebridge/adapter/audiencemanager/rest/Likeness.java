// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Whether what was found can stand for what was wanted. */
final class Likeness {
    private final String found;
    private final Vector<String> differences;

    private Likeness(String found, Vector<String> differences) {
        this.found = found;
        this.differences = differences;
    }

    /** A comparison with what was found, such as {@code trait 101}. */
    static Likeness with(String found) {
        return new Likeness(found, Vector.empty());
    }

    Likeness and(String what, Object wanted, Object there) {
        return wanted.equals(there)
                ? this
                : new Likeness(found, differences.append("its " + what + " is " + there + ", not " + wanted));
    }

    <T> Either<BridgeError, T> held(T thing, Call call) {
        return differences.isEmpty()
                ? Either.right(thing)
                : Either.left(new BridgeError.Conflict(
                        "The name or code belongs to " + found + " already, and " + differences.mkString("; ")
                                + "; give another one, or change what is there",
                        Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId())));
    }
}
