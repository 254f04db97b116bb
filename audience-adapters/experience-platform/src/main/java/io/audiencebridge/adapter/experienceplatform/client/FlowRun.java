// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** One run of a flow: an export of its audiences. Source: Experience Platform, "Flow Service API", runs. */
@HouseValue
@Value.Immutable
public interface FlowRun {
    /** Its id. */
    String id();

    /** The flow's id. */
    String flow();

    /** How far it is. */
    RunState state();

    /** How far it is, in Platform's word. */
    @Value.Default
    default String stateText() {
        return "";
    }

    /** When it began. */
    Optional<Instant> started();

    /** When it ended. */
    Optional<Instant> completed();

    /** Records that were read. */
    OptionalLong read();

    /** Records that were written. */
    OptionalLong written();

    /** Records that were left out, such as profiles without a mandatory attribute. */
    OptionalLong skipped();

    /** Records that failed. */
    OptionalLong failed();

    /** Files that were written. */
    OptionalLong files();

    /** Why records were left out. */
    List<RunNotice> skips();

    /** Why it failed. */
    List<RunNotice> errors();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds runs. */
    final class Builder extends ImmutableFlowRun.Builder {
        Builder() {}
    }
}
