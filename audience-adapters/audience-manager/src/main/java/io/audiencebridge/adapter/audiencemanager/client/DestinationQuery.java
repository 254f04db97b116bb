// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which destinations are wanted. Those of a list are told in part; {@link Destinations#find} tells the rest. */
@HouseValue
@Value.Immutable
public interface DestinationQuery extends ListQuery {
    /** Only those that the segment is mapped to, each with that mapping. */
    OptionalLong containsSegment();

    /** Only of that type, such as {@link DestinationDraft#FILES}. */
    Optional<String> type();

    /** Whether the mappings are shown; false by default. */
    @Value.Default
    default boolean includeMappings() {
        return false;
    }

    /** All destinations. */
    static DestinationQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableDestinationQuery.Builder {
        Builder() {}
    }
}
