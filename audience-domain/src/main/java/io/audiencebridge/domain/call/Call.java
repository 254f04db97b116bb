// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The context of one call into the bridge: deadline, cancellation, correlation id and progress. Every port method takes one.
 *
 * <p>Deadlines run on a monotonic ticker, never on the business clock, so that a test that moves the clock by two days does not kill a call. Safe for
 * use by several threads.
 */
public final class Call {
    private final String correlationId;
    private final Progress progress;
    private final LongSupplier nanos;
    private final long deadline;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Runnable> hooks = new ConcurrentLinkedQueue<>();

    private Call(String correlationId, Progress progress, LongSupplier nanos, long deadline) {
        this.correlationId = correlationId;
        this.progress = progress;
        this.nanos = nanos;
        this.deadline = deadline;
    }

    /**
     * A call that may take {@code limit} from now.
     *
     * @param correlationId ties log lines and errors of this call together
     * @param limit time for the whole call
     * @param nanos a monotonic ticker in nanoseconds
     * @param progress hears what is going on
     */
    public static Call within(String correlationId, Duration limit, LongSupplier nanos, Progress progress) {
        return new Call(correlationId, progress, nanos, nanos.getAsLong() + limit.toNanos());
    }

    /** The id that ties log lines and errors of this call together. */
    public String correlationId() {
        return correlationId;
    }

    /** Who hears what is going on. */
    public Progress progress() {
        return progress;
    }

    /** Time left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - nanos.getAsLong()));
    }

    /** Right: go on. Left: {@code Cancelled} or {@code DeadlineExceeded}. Cheap enough for every batch. */
    public Either<BridgeError, Call> check() {
        if (cancelled.get()) {
            return Either.left(
                    new BridgeError.Cancelled("The call was cancelled; resume the run to go on", incident()));
        }
        if (deadline - nanos.getAsLong() <= 0) {
            return Either.left(new BridgeError.DeadlineExceeded(
                    "The call's time was up; resume the run or allow more time", incident()));
        }
        return Either.right(this);
    }

    /** Cancels: every hook runs once, on this thread; later checks answer {@code Cancelled}. Calling it again does nothing. */
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            runHooks();
        }
    }

    /** Runs {@code hook} at cancellation, at once if that has happened already. The registration ends with {@link Registration#close()}. */
    public Registration onCancel(Runnable hook) {
        hooks.add(hook);
        if (cancelled.get()) {
            runHooks();
        }
        return () -> hooks.remove(hook);
    }

    /**
     * Does {@code work} under a call inside this one: it has this one's id, progress and deadline, is cancelled with it, and may be cancelled alone.
     *
     * @param <T> what the work answers
     */
    public <T> T inside(Function<Call, T> work) {
        Call inner = new Call(correlationId, progress, nanos, deadline);
        Registration end = onCancel(inner::cancel);
        try {
            return work.apply(inner);
        } finally {
            end.close();
        }
    }

    /** An incident on our own side, under this call's correlation id. */
    public Incident incident() {
        return Incident.builder().correlationId(correlationId).build();
    }

    private void runHooks() {
        for (Runnable hook = hooks.poll(); hook != null; hook = hooks.poll()) {
            hook.run();
        }
    }

    /** Takes a hook back. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
