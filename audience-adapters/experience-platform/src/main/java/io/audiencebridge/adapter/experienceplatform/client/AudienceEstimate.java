// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** How large an audience of an expression would be, as counted over a sample. */
@HouseValue
@Value.Immutable
public interface AudienceEstimate {
    /** {@code NEW}, {@code RUNNING}, {@code RESULT_READY} ..., in Platform's word. */
    String state();

    /** The size; empty while it is counted. */
    OptionalLong size();

    /** How far the size may be off, to either side. */
    OptionalDouble error();

    /** How sure that is, in percent. */
    OptionalDouble confidence();

    /** Whether it is done. */
    default boolean ready() {
        return state().equalsIgnoreCase("RESULT_READY");
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds estimates. */
    final class Builder extends ImmutableAudienceEstimate.Builder {
        Builder() {}
    }
}
