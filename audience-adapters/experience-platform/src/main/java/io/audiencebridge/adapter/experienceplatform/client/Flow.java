// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A dataflow; of a destination: which audiences are exported with which columns. Source: Experience Platform, "Flow Service API". */
@HouseValue
@Value.Immutable
public interface Flow {
    /** Its id. */
    String id();

    /** Its state, for a change; see {@link FlowVersion}. */
    String etag();

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

    /** Whether it runs. */
    @Value.Default
    default boolean enabled() {
        return true;
    }

    /** Whether it leads to a destination; empty where the answer does not say. */
    Optional<Boolean> destination();

    /** The id of its flow spec. */
    Optional<String> flowSpec();

    /** Where data comes from. */
    List<String> sourceConnections();

    /** Where data goes. */
    List<String> targetConnections();

    /** The audiences that are exported. */
    List<AudienceActivation> activations();

    /** The columns of the files, where the destination keeps them in the flow. */
    List<ExportColumn> columns();

    /** When it was created. */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> updated();

    /** The state it was read in. */
    default FlowVersion version() {
        return new FlowVersion(id(), etag());
    }

    /** The activation of that audience. */
    default Optional<AudienceActivation> activation(String audience) {
        return activations().stream()
                .filter(one -> one.audience().equals(audience))
                .findFirst();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds flows. */
    final class Builder extends ImmutableFlow.Builder {
        Builder() {}
    }
}
