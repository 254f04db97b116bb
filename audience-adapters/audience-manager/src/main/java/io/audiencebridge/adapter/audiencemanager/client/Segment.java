// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A segment as Audience Manager has it: those who have the traits that its rule asks for. */
@HouseValue
@Value.Immutable
@SuppressWarnings("immutables:subtype") // never compared with a draft
public interface Segment extends SegmentDraft {
    /** Its number. */
    long sid();

    /** When it was created. */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** Devices in it, never people; empty where the answer does not say. */
    OptionalLong devices();

    /** All its counts, such as {@code instantUniques7Day}; only where they were asked for. */
    @Value.Default
    default Figures population() {
        return Figures.NONE;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds segments. */
    final class Builder extends ImmutableSegment.Builder {
        Builder() {}
    }
}
