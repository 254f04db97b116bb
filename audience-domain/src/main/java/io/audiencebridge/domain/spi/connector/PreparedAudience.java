// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An audience that can be written to. */
@HouseValue
@Value.Immutable
public interface PreparedAudience {
    /** Its address. */
    AudienceRef audience();

    /** Until when members must not be sent, if it is new (SEMANTICS S19). */
    Optional<Waiting> notBefore();

    /** How long a member stays without being sent again; empty when members stay for ever (SEMANTICS S15). */
    Optional<Duration> timeToLive();

    /** What the caller should know before waiting for the audience, a sentence each: what could not be checked, what will be late. */
    List<String> notices();

    /** The audience at {@code audience}, to which members can be sent at once. */
    static PreparedAudience of(AudienceRef audience) {
        return builder().audience(audience).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds prepared audiences. */
    final class Builder extends ImmutablePreparedAudience.Builder {
        Builder() {}
    }
}
