// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A share or an import at work beside the caller's thread. It ends when it is delivered, fails, is cancelled, or must wait for a system; the receipt says
 * which, and a waiting run goes on with {@link AudienceBridge#resumeDue()}. Written down before it begins, so that its id is good in every process.
 *
 * <p>Safe for use by several threads.
 */
public final class Run {
    private final RunId id;
    private final OpenCall call;
    private final LastProgress progress;
    private final CompletableFuture<Either<BridgeError, Receipt>> end = new CompletableFuture<>();
    private final CompletableFuture<Either<BridgeError, Receipt>> told = new CompletableFuture<>();

    Run(RunId id, OpenCall call, LastProgress progress) {
        this.id = id;
        this.call = call;
        this.progress = progress;
    }

    /** Names the run for {@link AudienceBridge#resume}. */
    public RunId id() {
        return id;
    }

    /** How far it has come by now. */
    public RunProgress progress() {
        return progress.now();
    }

    /** Asks it to stop; it ends soon as {@code Cancelled} and can be resumed. Does nothing once it has ended. */
    public void cancel() {
        call.call().cancel();
    }

    /** Waits for the end, for {@code patience} at most. None: it is still at work, or this thread was interrupted, which its flag says then. */
    public Option<Either<BridgeError, Receipt>> await(Duration patience) {
        try {
            return Option.some(end.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException atWork) {
            return Option.none();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Option.none();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The receipt once the run ends, or an {@link AudienceBridgeException}. Each call gives a new stage; completing or cancelling it leaves the run alone.
     * Actions without an executor of their own run on the working thread: keep them short.
     */
    public CompletionStage<Receipt> toCompletionStage() {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        var unused = told.thenAccept(outcome -> outcome.peek(receipt::complete)
                .peekLeft(error -> receipt.completeExceptionally(error.match(new ErrorTranslator()))));
        return receipt;
    }

    @Override
    public String toString() {
        return "Run[" + id + ", " + (end.isDone() ? "ended" : progress()) + "]";
    }

    /** For those who wait; before its call is over, so that nobody who waited for the call finds the run at work. */
    void end(Either<BridgeError, Receipt> outcome) {
        end.complete(outcome);
    }

    /** For the stages; after its call is over, so that an action may close the bridge. */
    void tell(Either<BridgeError, Receipt> outcome) {
        told.complete(outcome);
    }
}
