// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The sandbox's virtual clock: real time plus an offset that only {@link #advance} changes.
 *
 * <p>Time never stands still and never goes back between two resets. Safe for use by several threads; an advance blocks
 * until every listener has done what was due, so that a caller sees the effects when it returns.
 */
public final class SandboxClock extends Clock {
    private final Clock base;
    private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    /** A clock that shows the real time until it is advanced. */
    public SandboxClock() {
        this(Clock.systemUTC());
    }

    /** A clock over another one, for example a fixed one, so that a test decides every instant. */
    public SandboxClock(Clock base) {
        this.base = base;
    }

    /**
     * Moves the clock forward and lets every emulator do, in order, what fell due in between.
     *
     * @param step zero or more
     * @return the new time
     * @throws IllegalArgumentException if the step is negative
     */
    public synchronized Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The clock only moves forward, but was asked to advance by " + step);
        }
        offset = offset.plus(step);
        Instant now = instant();
        listeners.forEach(listener -> listener.accept(now));
        return now;
    }

    /** Calls the listener, on the advancing thread, with the new time after every advance. */
    public void onAdvance(Consumer<Instant> listener) {
        listeners.add(listener);
    }

    /** Goes back to real time and tells nobody: part of a reset, which throws away what the future brought. */
    public synchronized void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
