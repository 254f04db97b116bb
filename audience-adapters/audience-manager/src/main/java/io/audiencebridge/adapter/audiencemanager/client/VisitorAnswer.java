// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** What the id service knows of a device. */
@HouseValue
@Value.Immutable
public interface VisitorAnswer {
    /** The device's Experience Cloud id; none only if {@link #optedOut()}. */
    Optional<Ecid> ecid();

    /** The region where the device's data is. */
    Optional<Integer> region();

    /** Opaque metadata for the next call. */
    @Value.Redacted
    Optional<String> blob();

    /** How long to wait until the ids are synced again. */
    Optional<Duration> syncAgainAfter();

    /** Whether the person has opted out. */
    @Value.Default
    default boolean optedOut() {
        return false;
    }

    /** What the answer says besides. */
    @Value.Default
    default Seq<DcsNotice> notices() {
        return Vector.empty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds answers. */
    final class Builder extends ImmutableVisitorAnswer.Builder {
        Builder() {}
    }
}
