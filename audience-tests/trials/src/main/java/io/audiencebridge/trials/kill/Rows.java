// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that should be there, and how others differ from them. */
final class Rows {
    private final Set<String> expected;

    Rows(List<String> expected) {
        this.expected = new HashSet<>(expected);
    }

    /** Who is missing. */
    long lost(List<String> rows) {
        Set<String> there = new HashSet<>(rows);
        return expected.stream().filter(row -> !there.contains(row)).count();
    }

    /** Who is there more than once; each time too many counts. */
    static long doubled(List<String> rows) {
        return rows.size() - (long) new HashSet<>(rows).size();
    }

    /** Who is there and should not be. */
    long strange(List<String> rows) {
        return rows.stream().filter(row -> !expected.contains(row)).count();
    }
}
