// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.Flight;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Native sessions: one at a time, shared by all threads. The first caller logs on, on its own thread; the others wait, each no longer than its own call. The
 * lock is never held during a logon. Closing logs off.
 */
final class SessionPasses implements Passes {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Logon logon;
    private final Object lock = new Object();
    private @Nullable Pass held;
    private @Nullable Flight<Pass> flight;

    SessionPasses(Logon logon) {
        this.logon = logon;
    }

    @Override
    public Either<BridgeError, Pass> pass(Call call) {
        while (true) {
            Either<BridgeError, Call> open = call.check();
            if (open.isLeft()) {
                return Either.left(open.getLeft());
            }
            Option<Either<BridgeError, Pass>> outcome = board().take(call);
            if (outcome.isDefined()) {
                return outcome.get();
            }
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a session is that very session
    public void refused(Pass pass) {
        synchronized (lock) {
            held = held == pass ? null : held;
        }
    }

    @Override
    public void close() {
        Pass last;
        synchronized (lock) {
            last = held;
            held = null;
        }
        if (last != null) {
            logon.off(last, Call.within("logoff", FAREWELL, System::nanoTime, Progress.SILENT));
        }
    }

    private Seat board() {
        synchronized (lock) {
            Pass kept = held;
            if (kept != null) {
                return call -> Option.some(Either.right(kept));
            }
            Flight<Pass> ahead = flight;
            if (ahead != null) {
                return ahead::await;
            }
            Flight<Pass> own = new Flight<>("a session");
            flight = own;
            return call -> Option.some(lead(own, call));
        }
    }

    private Either<BridgeError, Pass> lead(Flight<Pass> own, Call call) {
        try {
            Either<BridgeError, Pass> outcome = logon.on(call);
            over(outcome.getOrNull());
            own.land(outcome);
            return outcome;
        } finally {
            own.abandon();
            over(own);
        }
    }

    private void over(@Nullable Pass fresh) {
        synchronized (lock) {
            held = fresh;
            flight = null;
        }
    }

    private void over(Flight<Pass> own) {
        synchronized (lock) {
            flight = own.equals(flight) ? null : flight;
        }
    }

    /** What a caller was told to do; none: look again. */
    @FunctionalInterface
    private interface Seat {
        Option<Either<BridgeError, Pass>> take(Call call);
    }
}
