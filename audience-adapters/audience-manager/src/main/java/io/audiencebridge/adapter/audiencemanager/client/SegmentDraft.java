// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The part of a segment that a caller decides. Source: Audience Manager, "Segment Builder". */
@HouseValue
@Value.Immutable
public interface SegmentDraft {
    /** Its name, at most 255 characters. */
    String name();

    /** Its rule over traits, such as {@code 101T AND (102T OR 103T)}; at most 5,000 traits. */
    String rule();

    /** The data source that owns it; 0 where an answer does not say. */
    long dataSourceId();

    /** The folder it is shown in; the root by default. UNVERIFIED: whether segments may stand in the root folder, 0. */
    @Value.Default
    default long folderId() {
        return 0;
    }

    /** The data source that stands for its profile merge rule; the company's default rule if empty. */
    OptionalLong mergeRuleDataSourceId();

    /** What it is for. */
    Optional<String> description();

    /** The customer's own name of it, at most 255 characters. */
    Optional<String> integrationCode();

    /** Whether it takes new members; a paused one keeps those it has and sends nothing. True by default. */
    @Value.Default
    default boolean active() {
        return true;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableSegmentDraft.Builder {
        Builder() {}
    }
}
