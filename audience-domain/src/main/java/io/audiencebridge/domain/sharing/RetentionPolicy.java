// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * For how long a bridge keeps what no live audience needs. What one needs is kept without end, whatever its age: a ledger that forgets a member shares the member again
 * (SEMANTICS S14), and a membership that is gone refuses the next change (S6). All of it is our decision, and stands here.
 */
@HouseValue
@Value.Immutable
public interface RetentionPolicy {
    /** Runs that have ended, counted from their last change, and what a run that failed had written into the ledger; 400 days by default, so that a year can be compared with the one before. */
    @Value.Default
    default Duration runs() {
        return Duration.ofDays(400);
    }

    /** Memberships and event states of audiences that no run asked for; 400 days by default, counted from the last run. */
    @Value.Default
    default Duration memberships() {
        return Duration.ofDays(400);
    }

    /** Copies of recipients' keys, counted from when they were built; 30 days by default, as imports see to themselves. */
    @Value.Default
    default Duration recipientIndexes() {
        return Duration.ofDays(30);
    }

    /** What an interrupted write left behind; a day by default, so that no write at work loses its draft. */
    @Value.Default
    default Duration leftOvers() {
        return Duration.ofDays(1);
    }

    /** All defaults. */
    static RetentionPolicy standard() {
        return builder().build();
    }

    /** All that is wrong with {@code policy}; empty when nothing is. */
    static Seq<Violation> violations(RetentionPolicy policy) {
        return Vector.of(
                        violation("runs", policy.runs(), Duration.ofDays(1)),
                        violation("memberships", policy.memberships(), Duration.ofDays(1)),
                        violation("recipientIndexes", policy.recipientIndexes(), Duration.ZERO),
                        violation("leftOvers", policy.leftOvers(), Duration.ofHours(1)))
                .flatMap(found -> found);
    }

    private static Vector<Violation> violation(String name, Duration time, Duration least) {
        return time.compareTo(least) < 0
                ? Vector.of(new Violation(
                        "policy." + name, time + " must be at least " + least + ", since things at work need them"))
                : Vector.empty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutableRetentionPolicy.Builder {
        Builder() {}
    }
}
