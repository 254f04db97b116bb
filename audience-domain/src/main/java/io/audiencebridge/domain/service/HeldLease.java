// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Lease;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A lease while its holder works. It is extended before each record is written, and by the pulse in between. Once it is lost, nothing is written any more and the holder's call
 * is cancelled. Safe for use by several threads.
 */
final class HeldLease implements AutoCloseable {
    /** Of three beats two may fail before the lease ends. */
    private static final int BEATS = 3;

    private final Leasing leasing;
    private final InstantSource clock;
    private final Call call;
    private final Call.Registration pulse;
    private Lease held;
    private Option<BridgeError.Conflict> lost = Option.none();
    private boolean ended;

    HeldLease(Lease held, Leasing leasing, InstantSource clock, Call call) {
        this.held = held;
        this.leasing = leasing;
        this.clock = clock;
        this.call = call;
        this.pulse = leasing.pulse().start(leasing.term().dividedBy(BEATS), this::beat);
    }

    /** Extends it. Left: {@code Conflict} when it is lost, or it could not be looked up. */
    synchronized Either<BridgeError, Lease> keep() {
        if (lost.isDefined()) {
            return Either.left(lost.get());
        }
        Lease wanted = new Lease(held.subject(), held.holder(), clock.instant().plus(leasing.term()));
        return leasing.leases().extend(wanted).flatMap(found -> settle(wanted, found));
    }

    /** Gives it back; if that fails, it ends by itself. */
    @Override
    public void close() {
        pulse.close();
        synchronized (this) {
            ended = true;
            if (lost.isEmpty()) {
                var unused = leasing.leases().release(held);
            }
        }
    }

    private Either<BridgeError, Lease> settle(Lease wanted, Option<Lease> found) {
        if (found.exists(lease -> lease.holder().equals(wanted.holder()))) {
            held = wanted;
            return Either.right(wanted);
        }
        return Either.left(lose(found.map(lease -> lease.holder() + " holds it until " + lease.until())
                .getOrElse("somebody else had it in between")));
    }

    private void beat() {
        if (isLostAtBeat()) {
            call.cancel();
        }
    }

    private synchronized boolean isLostAtBeat() {
        if (ended || keep().isRight()) {
            return false;
        }
        Instant now = clock.instant();
        if (lost.isEmpty() && !held.holdsAt(now)) {
            lose("it could not be extended before it ended at " + held.until());
        }
        return lost.isDefined();
    }

    private BridgeError.Conflict lose(String because) {
        BridgeError.Conflict conflict = new BridgeError.Conflict(
                held.subject() + " is no longer this bridge's to work on: " + because
                        + "; nothing more was written down, see what became of the run and resume it",
                call.incident());
        lost = Option.some(conflict);
        return conflict;
    }
}
