// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The context of one call into the bridge: deadline, cancellation, correlation id and progress. Every port method takes one.
 *
 * <p>Deadlines run on a monotonic ticker, never on the business clock, so that a test that moves the clock by two days does not kill a call. Safe for
 * use by several threads.
 */
public final class Call {
    private final String correlationId;
    private final CallTerms terms;
    private final LongSupplier nanos;
    private final long deadline;
    /** Shared with the calls inside this one, since requests of a step are sent under either. */
    private final AtWork current;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Runnable> hooks = new ConcurrentLinkedQueue<>();

    private Call(String correlationId, CallTerms terms, LongSupplier nanos, long deadline, AtWork current) {
        this.correlationId = correlationId;
        this.terms = terms;
        this.nanos = nanos;
        this.deadline = deadline;
        this.current = current;
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
        return within(
                correlationId,
                limit,
                nanos,
                CallTerms.builder().progress(progress).build());
    }

    /**
     * A call that may take {@code limit} from now.
     *
     * @param correlationId ties log lines and errors of this call together
     * @param limit time for the whole call
     * @param nanos a monotonic ticker in nanoseconds
     * @param terms what else it was told
     */
    public static Call within(String correlationId, Duration limit, LongSupplier nanos, CallTerms terms) {
        return new Call(correlationId, terms, nanos, nanos.getAsLong() + limit.toNanos(), new AtWork());
    }

    /** The id that ties log lines and errors of this call together. */
    public String correlationId() {
        return correlationId;
    }

    /** Who hears what is going on. */
    public Progress progress() {
        return terms.progress();
    }

    /** Time left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - nanos.getAsLong()));
    }

    /** Attempts at one request that this call allows, or {@code otherwise} where it was told nothing. */
    public int attempts(int otherwise) {
        return terms.attempts().orElse(otherwise);
    }

    /** Time that one attempt at one request may take, where the call was told. */
    public Optional<Duration> attemptLimit() {
        return terms.attemptLimit();
    }

    /**
     * Does {@code work} as an activity that the observer hears of. What begins meanwhile, on any thread, is part of it. Activities of one call nest or follow one
     * another; requests, see {@link #begin}, may be at work side by side.
     *
     * @param <T> what the work answers
     */
    public <T> Either<BridgeError, T> observed(Activity activity, Supplier<Either<BridgeError, T>> work) {
        Watch outer = current.watch;
        Watch watch = terms.observer().begins(activity, outer);
        Optional<BridgeError> failure =
                Optional.of(new BridgeError.ProtocolBreach("Something threw instead of answering", incident()));
        current.watch = watch;
        Registration here = watch.enter();
        try {
            Either<BridgeError, T> outcome = work.get();
            failure = outcome.isLeft() ? Optional.of(outcome.getLeft()) : Optional.empty();
            return outcome;
        } finally {
            here.close();
            current.watch = outer;
            watch.ends(failure);
        }
    }

    /** Begins a request as part of the activity at work, for the observer to hear of; whoever begins it ends the watch. */
    public Watch begin(Activity.Exchange exchange) {
        return terms.observer().begins(exchange, current.watch);
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
        Call inner = new Call(correlationId, terms, nanos, deadline, current);
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

    /** The activity at work in a call and in the calls inside it. */
    private static final class AtWork {
        private volatile Watch watch = Watch.NONE;
    }

    /** Takes a hook back. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
