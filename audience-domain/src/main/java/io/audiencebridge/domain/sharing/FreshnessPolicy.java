// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.Map;
import org.immutables.value.Value;

/** How long each leg is given, and when a member that has not arrived is late (SEMANTICS S22). */
@HouseValue
@Value.Immutable
public interface FreshnessPolicy {
    /** A segment of Analytics on its way into a list: documented as up to 60 hours. */
    Seq<FreshnessLeg> ANALYTICS_TO_CAMPAIGN =
            Vector.of(FreshnessLeg.ANALYTICS_TO_AUDIENCE_MANAGER, FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN);

    /** Legs that take another time than the documents say. */
    Map<FreshnessLeg, FreshnessSpan> spans();

    /** How much longer than the longest time it must have taken to be called late, in percent of that time; 25 by default. */
    @Value.Default
    default int tolerancePercent() {
        return 25;
    }

    /** How long {@code leg} takes. */
    default FreshnessSpan span(FreshnessLeg leg) {
        return spans().getOrDefault(leg, leg.documented());
    }

    /** When members that set out at {@code start} have passed all of {@code legs}. */
    default FreshnessWindow window(Instant start, Iterable<FreshnessLeg> legs) {
        return Vector.ofAll(legs).map(this::span).reduce(FreshnessSpan::then).from(start, tolerancePercent());
    }

    /** When members that set out at {@code start} have passed {@code leg}. */
    default FreshnessWindow window(Instant start, FreshnessLeg leg) {
        return window(start, Vector.of(leg));
    }

    /** What the documents say. */
    static FreshnessPolicy documented() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutableFreshnessPolicy.Builder {
        Builder() {}
    }
}
