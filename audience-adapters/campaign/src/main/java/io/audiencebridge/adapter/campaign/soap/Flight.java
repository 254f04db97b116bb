// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One logon, made on one caller's thread, for all who need a session meanwhile. */
final class Flight {
    private final CompletableFuture<Option<Either<BridgeError, Pass>>> landing = new CompletableFuture<>();

    /** Tells everybody. The end of the leader's own call says nothing about the logon: the others log on anew. */
    void land(Either<BridgeError, Pass> outcome) {
        boolean own = outcome.isLeft()
                && (outcome.getLeft() instanceof BridgeError.Cancelled
                        || outcome.getLeft() instanceof BridgeError.DeadlineExceeded);
        landing.complete(own ? Option.none() : Option.some(outcome));
    }

    /** For a leader that fell over; without effect after {@link #land}. */
    void abandon() {
        landing.complete(Option.none());
    }

    /** What it brought; none when nothing can be had from it, or the own call is over: look at that first. */
    Option<Either<BridgeError, Pass>> await(Call call) {
        CompletableFuture<Option<Either<BridgeError, Pass>>> mine = landing.copy();
        Call.Registration registration = call.onCancel(() -> mine.cancel(false));
        try {
            return mine.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Option.some(Either.left(new BridgeError.Cancelled(
                    "The thread was interrupted while it waited for a session; resume the run to go on",
                    call.incident())));
        } catch (CancellationException | TimeoutException over) {
            return Option.none();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            registration.close();
        }
    }
}
