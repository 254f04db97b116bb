// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request, made on the leading caller's thread, for all who want its outcome meanwhile, such as a token or a session. Safe for use by several threads.
 *
 * @param <T> what it brings
 */
public final class Flight<T> {
    private final String wanted;
    private final CompletableFuture<Option<Either<BridgeError, T>>> landing = new CompletableFuture<>();

    /** A flight for {@code wanted}, as a message names it: {@code a token}. */
    public Flight(String wanted) {
        this.wanted = wanted;
    }

    /** Tells everybody. An end of the leader's own call says nothing about the outcome: the others ask anew. */
    public void land(Either<BridgeError, T> outcome) {
        landing.complete(endedItself(outcome) ? Option.none() : Option.some(outcome));
    }

    /** For a leader that fell over; without effect after {@link #land}. */
    public void abandon() {
        landing.complete(Option.none());
    }

    /**
     * What it brought. Blocks until it landed or {@code call} is over; none when nothing can be had from it or the own call is over: look at that first.
     * Left: what the leader got, or {@code Cancelled} when the thread was interrupted.
     */
    public Option<Either<BridgeError, T>> await(Call call) {
        CompletableFuture<Option<Either<BridgeError, T>>> mine = landing.copy();
        Call.Registration registration = call.onCancel(() -> mine.cancel(false));
        try {
            return mine.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Option.some(Either.left(new BridgeError.Cancelled(
                    "The thread was interrupted while it waited for " + wanted + "; resume the run to go on",
                    call.incident())));
        } catch (CancellationException | TimeoutException over) {
            return Option.none();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            registration.close();
        }
    }

    private static <T> boolean endedItself(Either<BridgeError, T> outcome) {
        return outcome.isLeft()
                && (outcome.getLeft() instanceof BridgeError.Cancelled
                        || outcome.getLeft() instanceof BridgeError.DeadlineExceeded);
    }
}
