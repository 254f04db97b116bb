// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** By which route an import's members were matched, why, and what it took. */
@HouseValue
@Value.Immutable
public interface MatchPlan {
    /** The route. */
    KeyRoute route();

    /** Why, in a sentence. */
    String because();

    /** What each route that was thought of would take, as far as sizes were known; the cheapest first. */
    List<RouteEstimate> estimates();

    /** Rows of recipients that were matched, once they were. */
    OptionalLong rows();

    /** Rows that the system sent for that, once it did; fewer where a kept copy had the rest. */
    OptionalLong read();

    /** How long that took, once it did. */
    Optional<Duration> took();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds plans. */
    final class Builder extends ImmutableMatchPlan.Builder {
        Builder() {}
    }
}
