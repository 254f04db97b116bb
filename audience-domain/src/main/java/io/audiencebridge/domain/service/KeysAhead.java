// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Batches one behind: while one is worked at, a hand of the executor makes the keys of the next. Holds two batches at most and gives them back. Not thread-safe.
 */
final class KeysAhead {
    private final Executor executor;
    private final Work work;
    private WireKeys next;
    private WireKeys now;
    private @Nullable TextKeys waiting;

    KeysAhead(ReconciliationKey key, Executor executor, Work work) {
        this.executor = executor;
        this.work = work;
        this.next = new WireKeys(key);
        this.now = new WireKeys(key);
    }

    /** Takes a batch, and works at the one taken before. */
    Either<BridgeError, Integer> take(TextKeys batch) {
        next.give(batch);
        try {
            executor.execute(next);
        } catch (RuntimeException busy) {
            // whoever needs the keys makes them
        }
        Either<BridgeError, Integer> done = finish();
        waiting = batch;
        WireKeys made = next;
        next = now;
        now = made;
        return done;
    }

    /** Works at the batch taken last; without one it does nothing. */
    Either<BridgeError, Integer> finish() {
        TextKeys batch = waiting;
        if (batch == null) {
            return Either.right(0);
        }
        waiting = null;
        now.made();
        Either<BridgeError, Integer> done = work.at(batch, now);
        batch.giveBack();
        return done;
    }

    /** What is done with a batch whose keys are made. */
    @FunctionalInterface
    interface Work {
        Either<BridgeError, Integer> at(TextKeys batch, WireKeys keys);
    }
}
