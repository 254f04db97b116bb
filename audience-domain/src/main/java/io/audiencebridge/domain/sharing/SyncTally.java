// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import org.immutables.value.Value;

/**
 * What became of each recipient of a synchronised list: {@code read = synced + alreadySynced + complement}, in distinct recipients. A recipient is in the complement for
 * one reason, the first of opted out, invalid, no visitor id, no declared id (SEMANTICS S13).
 */
@HouseValue
@Value.Immutable
public interface SyncTally {
    /** Distinct recipients read from the list. */
    long read();

    /** Recipients with at least one pair of ids that was not told before. */
    long synced();

    /** Recipients all of whose pairs were told before. */
    long alreadySynced();

    /** Of {@link #alreadySynced()}: recipients of whom a pair was told again, before the system would have forgotten it. */
    long renewed();

    /** Pairs written. */
    long pairs();

    /** Recipients of whom nothing can be told, by reason. */
    Complement complement();

    /** Right: this tally. Left: {@code Unbalanced}. */
    default Either<BridgeError, SyncTally> balanced() {
        long accounted = synced() + alreadySynced() + complement().total();
        return accounted == read()
                ? Either.right(this)
                : Either.left(BridgeError.Unbalanced.of("Read " + read() + " recipients but accounted for " + accounted
                        + "; the run fails. Report this as a defect with the run's id"));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableSyncTally.Builder {
        Builder() {}
    }
}
