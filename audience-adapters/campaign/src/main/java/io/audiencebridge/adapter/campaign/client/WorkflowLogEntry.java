// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of a workflow's log ({@code xtk:workflowLog}). Cannot print its message, which may quote people. */
@HouseValue
@Value.Immutable
public interface WorkflowLogEntry {
    /** Its id; later entries have greater ones. */
    long id();

    /** The activity that wrote it; possibly empty text. */
    String activity();

    /** When. */
    Optional<Instant> at();

    /** Whether it tells of an error. */
    boolean error();

    /** What it says. May quote data of people: to be shown to who may see them, not to be logged. */
    @Value.Redacted
    String message();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds entries. */
    final class Builder extends ImmutableWorkflowLogEntry.Builder {
        Builder() {}
    }
}
