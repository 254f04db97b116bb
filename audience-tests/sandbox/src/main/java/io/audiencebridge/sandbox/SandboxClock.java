// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The sandbox's virtual clock: real time plus an offset that only {@link #advance} changes.
 *
 * <p>Time never stands still and never goes back between two resets. Safe for use by several threads; an advance blocks
 * until every listener has done what was due, so that a caller sees the effects when it returns.
 */
public final class SandboxClock extends Clock {
    private final Clock base;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    /** Who does something when the clock moves, and when that falls due next. */
    private record Listener(Supplier<Optional<Instant>> nextDue, Consumer<Instant> moved) {}

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
        Duration there = offset.plus(step);
        Instant target = instant().plus(step);
        for (Optional<Instant> due = due(target); due.isPresent(); due = due(target)) {
            moveTo(Duration.between(base.instant(), due.orElseThrow()));
        }
        moveTo(there);
        return instant();
    }

    private Optional<Instant> due(Instant target) {
        return listeners.stream()
                .flatMap(listener -> listener.nextDue().get().stream())
                .filter(due -> !due.isAfter(target))
                .min(Instant::compareTo);
    }

    /** Work takes real time, too: a stop that was passed meanwhile does not take the clock back. */
    private void moveTo(Duration wanted) {
        if (wanted.compareTo(offset) > 0) {
            offset = wanted;
        }
        Instant now = instant();
        listeners.forEach(listener -> listener.moved().accept(now));
    }

    /** Calls the listener, on the advancing thread, with the new time after every advance. */
    public void onAdvance(Consumer<Instant> listener) {
        onAdvance(Optional::empty, listener);
    }

    /**
     * Calls the listener likewise, and on the way of an advance also at each time that it names, so that what several listeners do comes in the order of time.
     *
     * @param nextDue the next time that falls due for it; called until none is left in the advance
     */
    public void onAdvance(Supplier<Optional<Instant>> nextDue, Consumer<Instant> listener) {
        listeners.add(new Listener(nextDue, listener));
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
