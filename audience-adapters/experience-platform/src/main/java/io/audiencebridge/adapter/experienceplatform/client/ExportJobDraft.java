// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Profiles that are to be written into a dataset of Platform. It does not reach Campaign's storage: only flows of destinations write files there. */
@HouseValue
@Value.Immutable
public interface ExportJobDraft {
    /** What is written, as paths of the profile's schema; empty, the default, for everything. */
    List<String> fields();

    /** The segments whose members are written; empty, the default, for all profiles. */
    List<String> segments();

    /** States of membership that count; {@code realized} by default. */
    @Value.Default
    default List<String> statuses() {
        return List.of("realized");
    }

    /** Only members since then. */
    Optional<Instant> qualifiedFrom();

    /** Only members until then. */
    Optional<Instant> qualifiedTo();

    /** The rule by which profiles are merged; Platform's default by default. */
    Optional<String> mergePolicy();

    /** The dataset. */
    String datasetId();

    /** Whether each segment becomes a batch of its own; false by default. */
    @Value.Default
    default boolean batchPerSegment() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableExportJobDraft.Builder {
        Builder() {}
    }
}
