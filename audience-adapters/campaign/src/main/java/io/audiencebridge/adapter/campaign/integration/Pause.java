// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at a workflow that a caller asked to wait for. */
@FunctionalInterface
public interface Pause {
    /** Waits, no longer than the call lasts, and not after its cancellation. Right: go on. */
    Either<BridgeError, Call> pause(Duration length, Call call);

    /** Real time on the calling thread. */
    static Either<BridgeError, Call> real(Duration length, Call call) {
        CountDownLatch cancelled = new CountDownLatch(1);
        Duration shorter = length.compareTo(call.remaining()) < 0 ? length : call.remaining();
        Call.Registration registration = call.onCancel(cancelled::countDown);
        try {
            boolean cancelledMeanwhile = cancelled.await(shorter.toNanos(), TimeUnit.NANOSECONDS);
            return cancelledMeanwhile || call.remaining().isZero() ? call.check() : Either.right(call);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(new BridgeError.Cancelled(
                    "The calling thread was interrupted while it waited for a workflow; look at the workflow again",
                    call.incident()));
        } finally {
            registration.close();
        }
    }
}
