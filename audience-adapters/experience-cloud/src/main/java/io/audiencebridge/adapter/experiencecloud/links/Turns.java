// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.links.Digests.Digest;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Links of one visitor and namespace, one after another in the order in which they came: the last one counts, and whoever waited for the same link finds it made. Safe
 * for use by several threads.
 */
final class Turns {
    private static final CompletableFuture<Void> NOBODY = CompletableFuture.completedFuture(null);

    private final Map<Digest, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /** Does {@code work} when all earlier ones of {@code place} are over. Left also if {@code call} is over before. */
    <T> Either<BridgeError, T> inTurn(Digest place, Call call, Supplier<Either<BridgeError, T>> work) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> ahead = last.put(place, mine);
        CompletableFuture<Void> before = ahead == null ? NOBODY : ahead;
        try {
            return await(before, call).flatMap(turn -> work.get());
        } finally {
            // one that gave up must not let the next one overtake the call before
            CompletableFuture<Void> unused = before.whenComplete((done, failed) -> {
                last.remove(place, mine);
                mine.complete(null);
            });
        }
    }

    private static Either<BridgeError, Call> await(CompletableFuture<Void> before, Call call) {
        if (before.isDone()) {
            return call.check();
        }
        CompletableFuture<Void> waiting = before.copy();
        Call.Registration registration = call.onCancel(() -> waiting.cancel(false));
        try {
            waiting.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return call.check();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(new BridgeError.Cancelled(
                    "The thread was interrupted while it waited for an earlier link of the same visitor; link again",
                    call.incident()));
        } catch (CancellationException cancelled) {
            return Either.left(new BridgeError.Cancelled(
                    "The call was cancelled while it waited for an earlier link of the same visitor", call.incident()));
        } catch (TimeoutException late) {
            return Either.left(new BridgeError.DeadlineExceeded(
                    "The time was up before an earlier link of the same visitor was answered; allow more time",
                    call.incident()));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            registration.close();
        }
    }
}
