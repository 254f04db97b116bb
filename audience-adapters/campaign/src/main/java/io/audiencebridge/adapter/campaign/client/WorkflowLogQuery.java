// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which lines of a workflow's log: oldest first, behind a line or a date, a page at a time. The next page is behind the last line of the page before. */
@HouseValue
@Value.Immutable
public interface WorkflowLogQuery {
    /** Only lines behind the one with this id. */
    OptionalLong after();

    /** Only lines of this date or later. */
    Optional<Instant> since();

    /** Only lines that tell of errors. */
    @Value.Default
    default boolean errorsOnly() {
        return false;
    }

    /** Lines at most, from 1 to 10,000; 1,000 by default. */
    @Value.Default
    default int most() {
        return 1_000;
    }

    /** From the beginning. */
    static WorkflowLogQuery all() {
        return builder().build();
    }

    /** From {@code moment} on. */
    static WorkflowLogQuery since(Instant moment) {
        return builder().since(moment).build();
    }

    /** Behind the line with that id. */
    static WorkflowLogQuery after(long id) {
        return builder().after(id).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableWorkflowLogQuery.Builder {
        Builder() {}
    }
}
