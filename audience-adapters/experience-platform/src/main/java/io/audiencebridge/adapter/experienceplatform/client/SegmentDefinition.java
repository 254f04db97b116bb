// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Who is in an audience, as the Segmentation Service evaluates it. */
@HouseValue
@Value.Immutable
public interface SegmentDefinition {
    /** Its id. */
    String id();

    /** Its name. */
    @Value.Default
    default String name() {
        return "";
    }

    /** What it is for. */
    @Value.Default
    default String description() {
        return "";
    }

    /** The expression, in PQL. */
    Optional<String> pql();

    /** The rule by which profiles are merged for it. */
    Optional<String> mergePolicy();

    /** When it was changed last. */
    Optional<Instant> updated();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds definitions. */
    final class Builder extends ImmutableSegmentDefinition.Builder {
        Builder() {}
    }
}
