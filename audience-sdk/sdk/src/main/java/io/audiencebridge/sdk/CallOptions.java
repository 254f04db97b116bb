// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How calls are made that go through {@link AudienceBridge#with(CallOptions)}; what is left out is as the bridge was built.
 *
 * <pre>{@code
 * CallOptions tonight = CallOptions.builder()
 *         .limit(Duration.ofHours(1))
 *         .attempts(2)
 *         .attemptLimit(Duration.ofSeconds(30))
 *         .correlationId("nightly-4711")
 *         .progress((step, done, total) -> System.out.println(step + " " + done))
 *         .build();
 * Receipt receipt = bridge.with(tonight).share(request);
 * }</pre>
 *
 * <p>Options that make no sense are refused by every call as {@code InvalidRequest}. Immutable.
 */
@HouseValue
@Value.Immutable
public interface CallOptions {
    /** Time that the call may take, a run's time in the executor's queue included; more than nothing, a year at most. */
    Optional<Duration> limit();

    /**
     * Attempts at one request to a system or to a store of files, the first included; 1 to 100, 1 switches repeats off. Where the connection's own settings say 1, nothing is
     * repeated in any case.
     */
    OptionalInt attempts();

    /** Time that one attempt may take until its answer is there, or begins where it is read piece by piece; more than nothing. One that takes longer is repeated where that is safe. */
    Optional<Duration> attemptLimit();

    /** Ties log lines, errors and, where a system takes it, its own records together; 1 to 128 printable ASCII characters without a space, and no person's id. A fresh one by default. */
    Optional<String> correlationId();

    /** Hears how far the call has come, in place of the bridge's listener; on the working threads. */
    Optional<Progress> progress();

    /** Ends the call from another thread. */
    Optional<Cancellation> cancellation();

    /** All as the bridge was built. */
    static CallOptions standard() {
        return builder().build();
    }

    /** All as the bridge was built, but the time. */
    static CallOptions within(Duration limit) {
        return builder().limit(limit).build();
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
