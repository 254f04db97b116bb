// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What is known before the recipients' keys are read. */
@HouseValue
@Value.Immutable
interface RouteSituation {
    /** The audience's rows. */
    OptionalLong members();

    /** The system's recipients, or rows of their keys. */
    OptionalLong recipients();

    /** How many keys go into one call, if these keys can be looked up. */
    OptionalInt keysPerCall();

    /** Whether the connection may offer an extract of everybody; it decides itself for which sizes it does. */
    @Value.Default
    default boolean extracts() {
        return false;
    }

    /** How long ago a kept copy was brought up to date, if there is one that can be. */
    Optional<Duration> indexAge();

    /** Why a copy must be built, if one is wanted and there is none. */
    Optional<String> indexToBuild();

    /** The only route that is allowed. */
    Optional<KeyRoute> forced();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds situations. */
    final class Builder extends ImmutableRouteSituation.Builder {
        Builder() {}
    }
}
