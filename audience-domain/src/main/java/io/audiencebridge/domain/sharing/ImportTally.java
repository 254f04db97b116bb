// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import org.immutables.value.Value;

/** What became of every row of an imported audience, and of the list (SEMANTICS S2, S3). */
@HouseValue
@Value.Immutable
public interface ImportTally {
    /** How the rows were matched. */
    MatchTally match();

    /** Links that led to a recipient who had entered already. */
    long collapsed();

    /** Recipients in the list afterwards. */
    long listSize();

    /** Recipients who were not in the list before. */
    long added();

    /** Recipients who were in the list before and stay. */
    long kept();

    /** Recipients who were in the list before and left. */
    long removed();

    /** Right: this tally. Left: {@code Unbalanced}. */
    default Either<BridgeError, ImportTally> balanced() {
        boolean closes = match().links() == listSize() + collapsed() && listSize() == added() + kept();
        return closes
                ? match().balanced().map(rows -> this)
                : Either.left(BridgeError.Unbalanced.of("The list would have " + listSize() + " people from "
                        + match().links() + " links, " + collapsed() + " collapsed, " + added() + " added and " + kept()
                        + " kept, which does not add up; the run fails. Report this as a defect with the run's id"));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableImportTally.Builder {
        Builder() {}
    }
}
