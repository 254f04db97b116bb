// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits between attempts. */
@FunctionalInterface
interface Pause {
    /** Where pauses are told. */
    Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    /** Waits, or stops waiting once the call is cancelled or its thread interrupted. Right: go on. */
    Either<BridgeError, Call> pause(Duration length, Call call);

    /** Real time on the calling thread. */
    static Either<BridgeError, Call> real(Duration length, Call call) {
        var cancelled = new CountDownLatch(1);
        Call.Registration registration = call.onCancel(cancelled::countDown);
        try {
            boolean early = cancelled.await(length.toNanos(), TimeUnit.NANOSECONDS);
            LOG.trace("Paused {}{} [{}]", length, early ? ", cut short" : "", call.correlationId());
            return call.check();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(new BridgeError.Cancelled(
                    "The calling thread was interrupted between two attempts; resume the run to go on",
                    call.incident()));
        } finally {
            registration.close();
        }
    }
}
