// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.call.Observer;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/** How one call to a client is made: how long it may take, how it is cancelled and under which name it appears in logs. */
@HouseValue
@Value.Immutable
public interface CallOptions {
    /** A longer {@link #timeout()} counts as this one: a century, in which nanoseconds still fit. */
    Duration LONGEST = Duration.ofDays(36_500);

    /**
     * Time for all of it, repeats, pauses and every page of a reader included; ten minutes by default. A silent connection ends a request sooner, see
     * {@code HttpSettings.readTimeout()}.
     */
    @Value.Default
    default Duration timeout() {
        return Duration.ofMinutes(10);
    }

    /** Ends the call from another thread. */
    Optional<Cancellation> cancellation();

    /** Ties errors and log lines of the call together; a fresh one by default. */
    Optional<String> correlationId();

    /** Hears how far the call has come; on the working thread. */
    @Value.Default
    default Progress progress() {
        return Progress.SILENT;
    }

    /** Hears of each attempt at a request, for metrics and traces; nobody by default. */
    @Value.Default
    default Observer observer() {
        return Observer.BLIND;
    }

    /** The call of a bridge that this one is part of: its time, id, cancellation and listeners are what counts then. For code that works within one, such as a connector. */
    Optional<Call> partOf();

    /** A call that begins now, or the one that this is part of. */
    default Call begin() {
        return partOf().orElseGet(this::anew);
    }

    private Call anew() {
        Call call = Call.within(
                correlationId().orElseGet(() -> UUID.randomUUID().toString()),
                timeout().compareTo(LONGEST) < 0 ? timeout() : LONGEST,
                System::nanoTime,
                CallTerms.builder().progress(progress()).observer(observer()).build());
        return cancellation().map(ends -> ends.over(call)).orElse(call);
    }

    /** All defaults. */
    static CallOptions standard() {
        return builder().build();
    }

    /** All defaults but the time. */
    static CallOptions within(Duration timeout) {
        return builder().timeout(timeout).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds options. */
    final class Builder extends ImmutableCallOptions.Builder {
        Builder() {}
    }
}
