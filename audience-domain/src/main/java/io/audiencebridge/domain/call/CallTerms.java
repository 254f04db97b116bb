// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a call was told beside its name and its time: how patient it is with one request, and who hears of it. */
@HouseValue
@Value.Immutable
public interface CallTerms {
    /** Attempts at one request, the first included; what the connection's settings say by default. */
    OptionalInt attempts();

    /** Time that one attempt may take until its answer is there, or begins where it is read piece by piece; by default the time of the call. */
    Optional<Duration> attemptLimit();

    /** Hears how far the call has come. */
    @Value.Default
    default Progress progress() {
        return Progress.SILENT;
    }

    /** Hears what the call does. */
    @Value.Default
    default Observer observer() {
        return Observer.BLIND;
    }

    /** All defaults. */
    static CallTerms standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds terms. */
    final class Builder extends ImmutableCallTerms.Builder {
        Builder() {}
    }
}
