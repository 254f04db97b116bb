// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An audience as Platform keeps it, of whatever origin. Source: Experience Platform, "Audiences API". */
@HouseValue
@Value.Immutable
public interface PlatformAudience {
    /** Platform's own id of it, by which it is changed and exported at once. */
    String id();

    /** Its id where it comes from; Platform's own by default. */
    @Value.Default
    default String audienceId() {
        return id();
    }

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

    /** {@code SegmentDefinition}, {@code ExternalSegment} ... */
    @Value.Default
    default String type() {
        return "";
    }

    /** Where it comes from, such as {@code AEPSegments} or {@code AAMSegments}. */
    @Value.Default
    default String namespace() {
        return "";
    }

    /** {@code draft}, {@code published}, {@code inactive} ...; empty where the answer does not say. */
    Optional<String> lifecycle();

    /** Who is in it, as an expression; empty for external audiences. */
    Optional<String> expression();

    /** The rule by which profiles are merged for it. */
    Optional<String> mergePolicy();

    /** Labels of data usage, such as {@code core/C1}. */
    List<String> labels();

    /** People in it, as the last evaluation counted them; empty where the answer does not say. */
    OptionalLong size();

    /** When it was created. */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> updated();

    /** Its state, letter by letter. */
    Optional<String> etag();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds audiences. */
    final class Builder extends ImmutablePlatformAudience.Builder {
        Builder() {}
    }
}
