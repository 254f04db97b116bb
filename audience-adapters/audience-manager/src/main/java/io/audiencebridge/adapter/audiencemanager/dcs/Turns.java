// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls that name the same id, one after another in the order in which they came; a call of several ids waits for all of them. Ids share a fixed number of
 * queues, so that memory is bounded; a wait that is not for the own visitor is rare and harmless. Safe for use by several threads. Source: Audience Manager,
 * "DCS race conditions".
 */
final class Turns {
    private static final int QUEUES = 4_096;
    private static final CompletableFuture<Void> NOBODY = CompletableFuture.completedFuture(null);

    private final IdDigests digests;
    private final List<CompletableFuture<Void>> last = new ArrayList<>(Collections.nCopies(QUEUES, NOBODY));

    Turns(IdDigests digests) {
        this.digests = digests;
    }

    /** Does {@code work} when all earlier calls of these ids are over. Left also if {@code call} is over before. */
    <T> Either<BridgeError, T> inTurn(Vector<SentId> ids, Call call, Supplier<Either<BridgeError, T>> work) {
        Place place = lineUp(queues(ids));
        try {
            return await(place.before(), call).flatMap(turn -> work.get());
        } finally {
            leave(place);
        }
    }

    private int[] queues(Vector<SentId> ids) {
        return ids.toJavaStream()
                .mapToInt(id -> (int) Long.remainderUnsigned(digests.of(id).low(), QUEUES))
                .distinct()
                .toArray();
    }

    private synchronized Place lineUp(int[] queues) {
        List<CompletableFuture<Void>> ahead =
                Arrays.stream(queues).mapToObj(last::get).toList();
        Place place = new Place(
                queues,
                ahead,
                CompletableFuture.allOf(ahead.toArray(CompletableFuture<?>[]::new)),
                new CompletableFuture<>());
        Arrays.stream(queues).forEach(queue -> last.set(queue, place.mine()));
        return place;
    }

    /** One that gave up must not let the next one overtake the call before; if there is no next one, nothing of it stays. */
    private synchronized void leave(Place place) {
        for (int i = 0; i < place.queues().length; i++) {
            if (last.get(place.queues()[i]) == place.mine()) {
                last.set(place.queues()[i], place.ahead().get(i));
            }
        }
        CompletableFuture<Void> unused =
                place.before().whenComplete((done, failed) -> place.mine().complete(null));
    }

    private static Either<BridgeError, Call> await(CompletableFuture<Void> before, Call call) {
        CompletableFuture<Void> waiting = before.copy();
        Call.Registration registration = call.onCancel(() -> waiting.cancel(false));
        try {
            waiting.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return call.check();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(new BridgeError.Cancelled(
                    "The thread was interrupted while it waited for an earlier call of the same visitor; call again",
                    call.incident()));
        } catch (CancellationException cancelled) {
            return Either.left(new BridgeError.Cancelled(
                    "The call was cancelled while it waited for an earlier call of the same visitor", call.incident()));
        } catch (TimeoutException late) {
            return Either.left(new BridgeError.DeadlineExceeded(
                    "The time was up before an earlier call of the same visitor was answered; allow more time",
                    call.incident()));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            registration.close();
        }
    }

    /** Where a call stands in its queues: behind whom, and who is behind it waits for {@code mine}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(
            int[] queues,
            List<CompletableFuture<Void>> ahead,
            CompletableFuture<Void> before,
            CompletableFuture<Void> mine) {}
}
