// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a picker of audiences shows. */
@HouseValue
@Value.Immutable
public interface AudienceDetails {
    /** Its address. */
    AudienceRef ref();

    /** Its title, for people. */
    String title();

    /** What it is for, possibly empty. */
    @Value.Default
    default String description() {
        return "";
    }

    /** Where it comes from: a folder or a data source, possibly empty. */
    @Value.Default
    default String source() {
        return "";
    }

    /** Members: people in Campaign, devices in Audience Manager; empty where the system does not say. */
    OptionalLong size();

    /** Whether the size is an estimate, which looks at a sample and at no merge rule; it is none where there is no size. */
    @Value.Default
    default boolean sizeIsEstimate() {
        return false;
    }

    /** When the size was counted; empty where the system does not say. */
    Optional<Instant> counted();

    /** Where it was made; empty where that cannot be told. */
    Optional<AudienceOrigin> origin();

    /** Whether it is kept up to date. */
    @Value.Default
    default boolean active() {
        return true;
    }

    /** When it was changed last. */
    Optional<Instant> modified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds details. */
    final class Builder extends ImmutableAudienceDetails.Builder {
        Builder() {}
    }
}
