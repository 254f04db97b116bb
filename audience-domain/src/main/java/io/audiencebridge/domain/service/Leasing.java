// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.spi.engine.Pulse;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** How a bridge says, to all processes on its journal, what it works on. */
@HouseValue
@Value.Immutable
public interface Leasing {
    /** Who works on what. */
    Leases leases();

    /** The bridge's name; no other bridge has it. */
    String holder();

    /** How long a lease lasts unless it is extended: so long is what a dead process worked on out of reach. Longer than clocks are apart. */
    @Value.Default
    default Duration term() {
        return Duration.ofMinutes(2);
    }

    /** Extends leases while a step works; without one they are extended between steps only. */
    @Value.Default
    default Pulse pulse() {
        return Pulse.NONE;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds leasing. */
    final class Builder extends ImmutableLeasing.Builder {
        Builder() {}
    }
}
