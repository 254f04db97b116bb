// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a call waits. */
@FunctionalInterface
interface Pause {
    /** Waits, or stops waiting once the call is cancelled or its thread interrupted. Right: go on. */
    Either<BridgeError, Call> pause(Duration length, Call call);

    /** Real time on the calling thread. */
    static Either<BridgeError, Call> real(Duration length, Call call) {
        CountDownLatch cancelled = new CountDownLatch(1);
        Call.Registration registration = call.onCancel(cancelled::countDown);
        try {
            boolean early = cancelled.await(length.toNanos(), TimeUnit.NANOSECONDS);
            return early
                    ? Either.left(new BridgeError.Cancelled(
                            "The call was cancelled while it waited for its turn at the ID service", call.incident()))
                    : call.check();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(new BridgeError.Cancelled(
                    "The thread was interrupted while it waited for its turn at the ID service; call again",
                    call.incident()));
        } finally {
            registration.close();
        }
    }
}
