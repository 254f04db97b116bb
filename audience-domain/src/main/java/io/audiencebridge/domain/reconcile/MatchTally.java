// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import org.immutables.value.Value;

/** How the rows of an audience were matched, in rows (SEMANTICS S1, S2). */
@HouseValue
@Value.Immutable
public interface MatchTally {
    /** Rows that name the audience as current. */
    long read();

    /** Rows whose key names exactly one recipient. */
    long matched();

    /** Rows whose key names two or more different recipients. */
    long ambiguous();

    /** Rows whose key no recipient has. */
    long unmatched();

    /** Rows whose key is malformed, and lines that cannot be decided (S5). */
    long invalid();

    /** Rows whose normalised key came before in this run. */
    long duplicate();

    /** Rows whose key belongs to somebody who opted out (S23). */
    long suppressed();

    /** Pairs of a row and a recipient that entered through it. */
    long links();

    /** Right: this tally. Left: {@code Unbalanced}, when the buckets do not add up to what was read. */
    default Either<BridgeError, MatchTally> balanced() {
        long buckets = matched() + ambiguous() + unmatched() + invalid() + duplicate() + suppressed();
        return buckets == read()
                ? Either.right(this)
                : Either.left(BridgeError.Unbalanced.of("Read " + read() + " rows but accounted for " + buckets
                        + "; nothing was written. Report this as a defect with the run's id"));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableMatchTally.Builder {
        Builder() {}
    }
}
