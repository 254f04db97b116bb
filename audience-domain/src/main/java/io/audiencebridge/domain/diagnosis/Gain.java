// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.OptionalLong;

/**
 * Makes a rate of more rows that match.
 *
 * @param before the rate without them
 * @param read rows among which they were found
 * @param members rows in all, if that is known
 * @param seen which share of the recipients' keys they were compared with
 * @param confidence of the intervals
 */
record Gain(Interval before, long read, OptionalLong members, double seen, double confidence) {
    /** The rate when {@code rows} more match. */
    Interval with(long rows) {
        Interval more = seen >= 1
                ? Intervals.share(rows, read, population(), confidence)
                : Intervals.times(Intervals.sum((double) rows, (double) rows, 1, confidence), 1 / (seen * read));
        return with(more);
    }

    /** The rate when that share of the rows matches besides. */
    Interval with(Interval more) {
        return Intervals.within(
                new Interval(
                        before.low() + more.low(), before.estimate() + more.estimate(), before.high() + more.high()),
                0,
                1);
    }

    /** How many rows would be seen to match if that share of all did. */
    double rows(double share) {
        return share * read * seen;
    }

    private OptionalLong population() {
        return members.isPresent() ? OptionalLong.of(Math.max(members.getAsLong(), read)) : members;
    }
}
