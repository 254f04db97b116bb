// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import org.immutables.value.Value;

/** What became of every recipient of an exported list (SEMANTICS S13). */
@HouseValue
@Value.Immutable
public interface ExportTally {
    /** Distinct recipients read from the list. */
    long read();

    /** Recipients with at least one valid key that was new to the ledger. */
    long shared();

    /** Recipients all of whose valid keys were known to the ledger. */
    long alreadyShared();

    /** Of {@link #alreadyShared()}: recipients with a key that was sent again, before the audience would have forgotten it (SEMANTICS S15). */
    @Value.Default
    default long renewed() {
        return 0;
    }

    /**
     * Keys that were shared before and that no recipient of the list has any more, or only one who must not be shared: nobody is removed by a share, so they stay in
     * the audience (SEMANTICS S16).
     */
    @Value.Default
    default long staying() {
        return 0;
    }

    /** Rows written, one for each distinct key that is new or renewed. */
    long rows();

    /** Recipients who could not be shared, by reason. */
    Complement complement();

    /** Right: this tally. Left: {@code Unbalanced}. */
    default Either<BridgeError, ExportTally> balanced() {
        long accounted = shared() + alreadyShared() + complement().total();
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
    final class Builder extends ImmutableExportTally.Builder {
        Builder() {}
    }
}
