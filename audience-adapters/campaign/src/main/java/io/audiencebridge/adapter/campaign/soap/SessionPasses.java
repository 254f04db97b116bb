// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.Flight;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Native sessions: one at a time, shared by all threads. The first caller logs on, on its own thread; the others wait, each no longer than its own call. The
 * lock is never held during a logon. A session whose time is nearly up is not handed out again. Closing logs off.
 */
final class SessionPasses implements Passes {
    /** A server that is down or slow must not hold up the end of an application. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Logon logon;
    private final InstantSource clock;
    private final Object lock = new Object();
    private Pass.@Nullable Session held;
    private @Nullable Flight<Pass> flight;
    private boolean closed;

    SessionPasses(Logon logon, InstantSource clock) {
        this.logon = logon;
        this.clock = clock;
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
    public boolean refused(Pass pass) {
        synchronized (lock) {
            held = held == pass ? null : held;
        }
        return true;
    }

    @Override
    public String remedy() {
        return "a fresh sign-in did not help: check that the operator is enabled and its session allowed";
    }

    @Override
    public void close() {
        Pass.Session last;
        synchronized (lock) {
            closed = true;
            last = held;
            held = null;
        }
        if (last != null) {
            leave(last);
        }
    }

    private void leave(Pass.Session session) {
        logon.off(session, Call.within("logoff", FAREWELL, System::nanoTime, Progress.SILENT));
    }

    private Seat board() {
        synchronized (lock) {
            if (closed) {
                return call -> Option.some(Either.left(ended(call)));
            }
            Pass.Session kept = held;
            if (kept != null && kept.isGoodAt(clock.instant())) {
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
            Either<BridgeError, Pass> outcome = logon.on(call).flatMap(fresh -> hold(fresh, call));
            over(own);
            own.land(outcome);
            return outcome;
        } finally {
            over(own);
            own.abandon();
        }
    }

    /** A session that arrives after the end goes back at once, since nobody else would log it off. */
    private Either<BridgeError, Pass> hold(Pass.Session fresh, Call call) {
        boolean late;
        synchronized (lock) {
            late = closed;
            held = late ? null : fresh;
        }
        if (late) {
            leave(fresh);
            return Either.left(ended(call));
        }
        return Either.right(fresh);
    }

    private static BridgeError ended(Call call) {
        return new BridgeError.Cancelled(
                "The connection to Campaign was closed; connect anew to go on", call.incident());
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
