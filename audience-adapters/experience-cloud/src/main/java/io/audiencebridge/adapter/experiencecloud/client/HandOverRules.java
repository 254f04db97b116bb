// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** Which {@code adobe_mc} parameters are taken. */
@HouseValue
@Value.Immutable
public interface HandOverRules {
    /** How old a parameter may be; five minutes by default, so that a link that was passed on makes nobody somebody else. */
    @Value.Default
    default Duration longestAge() {
        return Duration.ofMinutes(5);
    }

    /** How far in the future it may have been written; a minute by default. */
    @Value.Default
    default Duration farthestAhead() {
        return Duration.ofMinutes(1);
    }

    /** Whether a time may be in milliseconds, which some writers send by mistake; false by default. */
    @Value.Default
    default boolean milliseconds() {
        return false;
    }

    /** How ids are read. */
    @Value.Default
    default Reading ids() {
        return Reading.STRICT;
    }

    /** The rules above. */
    static HandOverRules strict() {
        return builder().build();
    }

    /** What Adobe's browser libraries take: up to 359 seconds old, any time in the future, milliseconds, ids of hexadecimal digits and hyphens. */
    static HandOverRules lenient() {
        return builder()
                .longestAge(Duration.ofSeconds(359))
                .farthestAhead(Duration.ofDays(36_500))
                .milliseconds(true)
                .ids(Reading.LENIENT)
                .build();
    }

    /** These rules, where the writer's clock and ours may differ by {@code skew}. */
    default HandOverRules withSkew(Duration skew) {
        return builder()
                .from(this)
                .longestAge(longestAge().plus(skew))
                .farthestAhead(farthestAhead().plus(skew))
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableHandOverRules.Builder {
        Builder() {}
    }
}
