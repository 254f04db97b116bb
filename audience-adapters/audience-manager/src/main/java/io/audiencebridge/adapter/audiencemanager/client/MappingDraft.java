// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** The part of a mapping that a caller decides. Source: Audience Manager, "Map segments to a destination". */
@HouseValue
@Value.Immutable
public interface MappingDraft {
    /** The segment's number. */
    long segment();

    /** The text that stands for the segment in the destination's files or addresses; the segment's number is a good one. */
    Optional<String> alias();

    /** The value behind a cookie's key. */
    Optional<String> valueAlias();

    /** The address that a URL destination calls, if it calls one for each segment. */
    Optional<String> url();

    /** The first day; today, by UTC, if empty. UNVERIFIED: answers may tell the day before, as the documentation's do. */
    Optional<LocalDate> startDate();

    /** The last day; for good if empty. */
    Optional<LocalDate> endDate();

    /** A mapping of that segment under its own number, for good. */
    static MappingDraft of(long segment) {
        return builder().segment(segment).alias(Long.toString(segment)).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableMappingDraft.Builder {
        Builder() {}
    }
}
