// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One leg of a run's way: when it should be passed, and what was seen. */
@HouseValue
@Value.Immutable
public interface TimelineLeg {

    /** Short and fixed, for programs, such as {@code file-accepted}. */
    String name();

    /** What it is, for people. */
    String title();

    /** How it stands. */
    State state();

    /** When it should be passed, once it can be told. */
    Optional<FreshnessWindow> window();

    /** When it was passed, if it was. */
    Optional<Instant> seen();

    /** What was seen, in a sentence; possibly empty. */
    @Value.Default
    default String told() {
        return "";
    }

    /** Where the documents say so, possibly empty. */
    @Value.Default
    default String source() {
        return "";
    }

    /** How a leg stands. */
    enum State {
        /** It was passed. */
        PASSED,
        /** It is under way. */
        UNDER_WAY,
        /** An earlier leg is to be passed first. */
        AHEAD,
        /** It should have been passed by now. */
        LATE,
        /** It will not be passed by waiting. */
        STUCK,
        /** No call shows it. */
        UNSEEN
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds timelineLegs. */
    final class Builder extends ImmutableTimelineLeg.Builder {
        Builder() {}
    }
}
