// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calls at work in a bridge, until it closes. Safe for use by several threads. */
final class OpenCalls {
    /** How long cancelled calls may take to notice, before their connections are taken from them. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Set<OpenCall> open = new LinkedHashSet<>();
    private boolean closed;

    /** Lets {@code begun} in. Left: the bridge is closed. */
    Either<BridgeError, OpenCall> begin(Call begun) {
        OpenCall call = new OpenCall(begun);
        synchronized (open) {
            if (closed) {
                return Either.left(BridgeError.InvalidRequest.of("bridge", "This bridge is closed; build a new one"));
            }
            open.add(call);
        }
        return Either.right(call);
    }

    void end(OpenCall call) {
        synchronized (open) {
            open.remove(call);
        }
        call.end();
    }

    /** Lets nobody in any more, waits for those who are in, cancels who is still there, and names the runs they worked on. */
    Seq<RunId> close(Duration patience) {
        Seq<OpenCall> inside = shut();
        await(inside, patience);
        Seq<OpenCall> late = inside.filter(call -> !call.over().isDone());
        late.forEach(call -> call.call().cancel());
        await(late, GRACE);
        return late.flatMap(OpenCall::runs).distinct();
    }

    private Seq<OpenCall> shut() {
        synchronized (open) {
            closed = true;
            return Vector.ofAll(open);
        }
    }

    private static void await(Seq<OpenCall> calls, Duration patience) {
        Seq<CompletableFuture<?>> ends = calls.map(OpenCall::over);
        CompletableFuture<Void> all = CompletableFuture.allOf(ends.toJavaArray(CompletableFuture<?>[]::new));
        try {
            all.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stillAtWork) {
            // who is late is seen by the caller
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
