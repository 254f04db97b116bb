// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request for a token, made on one caller's thread, for all who want one meanwhile. */
final class Flight {
    private final CompletableFuture<Option<Either<BridgeError, AccessToken>>> landing = new CompletableFuture<>();

    /** Tells everybody. An end of the leader's own call tells nothing about the token: the others ask anew. */
    void land(Either<BridgeError, AccessToken> outcome) {
        landing.complete(endedItself(outcome) ? Option.none() : Option.some(outcome));
    }

    /** For a leader that fell over. */
    void abandon() {
        landing.complete(Option.none());
    }

    /** What the flight brought; none when there is nothing to be had from it, or the own call is over: look at that first. */
    Option<Either<BridgeError, AccessToken>> await(Call call) {
        CompletableFuture<Option<Either<BridgeError, AccessToken>>> mine = landing.copy();
        Call.Registration registration = call.onCancel(() -> mine.cancel(false));
        try {
            return mine.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Option.some(Either.left(new BridgeError.Cancelled(
                    "The thread was interrupted while it waited for a token; resume the run to go on",
                    call.incident())));
        } catch (CancellationException | TimeoutException over) {
            return Option.none();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            registration.close();
        }
    }

    private static boolean endedItself(Either<BridgeError, AccessToken> outcome) {
        return outcome.isLeft()
                && (outcome.getLeft() instanceof BridgeError.Cancelled
                        || outcome.getLeft() instanceof BridgeError.DeadlineExceeded);
    }
}
