// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The runs that some thread works on. Two threads on one run would write its files and its journal twice. Safe for use by several threads. */
final class RunsAtWork {
    private final Set<RunId> runs = new HashSet<>();

    /** Does {@code work} unless somebody is at work on {@code run}. Left: {@code Conflict} then. */
    <T> Either<BridgeError, T> alone(RunId run, Supplier<Either<BridgeError, T>> work) {
        if (!begin(run)) {
            return Either.left(BridgeError.Conflict.of(
                    "Run " + run + " is at work already in this bridge; wait for its end, or cancel it first"));
        }
        try {
            return work.get();
        } finally {
            end(run);
        }
    }

    synchronized boolean has(RunId run) {
        return runs.contains(run);
    }

    private synchronized boolean begin(RunId run) {
        return runs.add(run);
    }

    private synchronized void end(RunId run) {
        runs.remove(run);
    }
}
