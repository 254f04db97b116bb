// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A workflow at the moment it was read ({@code xtk:workflow}). */
@HouseValue
@Value.Immutable
public interface Workflow {
    /** Its id. */
    String id();

    /** Its internal name, such as {@code importSharedAudience} or {@code WKF12}. */
    String internalName();

    /** Its title, for people. */
    String label();

    /** What it is doing. */
    WorkflowStatus status();

    /** Campaign's own code of the status. */
    int statusCode();

    /** Whether it belongs to Campaign itself. */
    boolean technical();

    /** The internal name of its folder; possibly empty text. */
    String folder();

    /** When it worked last. */
    Optional<Instant> processed();

    /** When it looks at its work next. */
    Optional<Instant> nextProcessing();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds workflows. */
    final class Builder extends ImmutableWorkflow.Builder {
        Builder() {}
    }
}
