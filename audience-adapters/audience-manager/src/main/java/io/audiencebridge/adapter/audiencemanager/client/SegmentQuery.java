// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which segments are wanted. */
@HouseValue
@Value.Immutable
public interface SegmentQuery extends ListQuery {
    /** Only in that folder. */
    OptionalLong folderId();

    /** Only of that data source. */
    OptionalLong dataSourceId();

    /** Only under the profile merge rule of that data source. */
    OptionalLong mergeRuleDataSourceId();

    /** Only those whose rule names that trait. */
    OptionalLong containsTrait();

    /** Only with that integration code. */
    Optional<String> integrationCode();

    /** Only those that take new members, or only those that are paused. */
    Optional<Boolean> active();

    /** Only those that were changed since. */
    Optional<Instant> changedSince();

    /** Whether devices are counted, which takes longer; false by default. */
    @Value.Default
    default boolean population() {
        return false;
    }

    /** All segments. */
    static SegmentQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableSegmentQuery.Builder {
        Builder() {}
    }
}
