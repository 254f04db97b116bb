// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An audience that is to be created: one with an expression of Platform's own, one without for an external one. */
@HouseValue
@Value.Immutable
public interface AudienceDraft {
    /** Its name. */
    String name();

    /** What it is for; nothing by default. */
    @Value.Default
    default String description() {
        return "";
    }

    /** Who is in it, in PQL; empty for an external audience. */
    Optional<String> pql();

    /** An external audience's id where it comes from. */
    Optional<String> audienceId();

    /** Where an external audience comes from; {@code aam} by default, as the page shows. */
    @Value.Default
    default String namespace() {
        return "aam";
    }

    /** The dataset with an external audience's members. */
    Optional<String> datasetId();

    /** The flow that brings an external audience's members. */
    Optional<String> flow();

    /** Labels of data usage, such as {@code core/C1}. */
    List<String> labels();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableAudienceDraft.Builder {
        Builder() {}
    }
}
