// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import org.immutables.value.Value;

/** What became of every row of the exports that a run applied (SEMANTICS S29). */
@HouseValue
@Value.Immutable
public interface EventTally {
    /** Exports applied. */
    int exports();

    /** Rows read. */
    long read();

    /** Rows that say that somebody is in the audience, and stand. */
    long realized();

    /** Rows that say that somebody left, and stand. */
    long exited();

    /** Rows that were known already, or that a newer event or a newer full export overtook. */
    long stale();

    /** Rows that another row of the same key, file and time contradicts; the one that says that somebody left stands. */
    long conflicting();

    /** Lines that are no event, and rows whose key is malformed. */
    long invalid();

    /** Right: this tally. Left: {@code Unbalanced}. */
    default Either<BridgeError, EventTally> balanced() {
        long buckets = realized() + exited() + stale() + conflicting() + invalid();
        return buckets == read()
                ? Either.right(this)
                : Either.left(BridgeError.Unbalanced.of("Read " + read() + " rows of exports but accounted for "
                        + buckets + "; the list is untouched. Report this as a defect with the run's id"));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableEventTally.Builder {
        Builder() {}
    }
}
