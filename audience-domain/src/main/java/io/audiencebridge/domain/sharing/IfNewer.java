// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What became of a standing sharing that is asked for again and again. */
public sealed interface IfNewer {
    /** Why, in a sentence. */
    String because();

    /** Days, in UTC, on which the source should have delivered and did not; empty also where the source does not say. */
    List<LocalDate> missingDays();

    /**
     * Nothing was done: there is nothing newer than what was delivered, or a run of the same request waits and its time has not come.
     *
     * @param since when the same request was delivered last, or when the waiting run was planned
     */
    record NothingNew(Instant since, String because, List<LocalDate> missingDays) implements IfNewer {}

    /**
     * It ran.
     *
     * @param receipt the run, delivered or waiting
     */
    record Ran(Receipt receipt, String because, List<LocalDate> missingDays) implements IfNewer {}
}
