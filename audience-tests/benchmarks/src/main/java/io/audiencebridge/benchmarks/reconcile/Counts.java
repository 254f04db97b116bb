// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a side found. Two sides agree if all of it is equal.
 *
 * @param matched distinct keys of one recipient
 * @param ambiguous distinct keys of several
 * @param unmatched distinct keys of nobody
 * @param people distinct recipients who enter
 * @param sum of their ids
 * @param xor of their ids
 */
record Counts(long matched, long ambiguous, long unmatched, long people, long sum, long xor) {
    private static final Pattern LINE = Pattern.compile("(-?\\d+) (-?\\d+) (-?\\d+) (-?\\d+) (-?\\d+) (-?\\d+)");

    static Counts of(String line) {
        Matcher told = LINE.matcher(line);
        if (!told.matches()) {
            throw new Benchmark.Refused("A side answered '" + line + "'");
        }
        return new Counts(
                number(told, 1), number(told, 2), number(told, 3), number(told, 4), number(told, 5), number(told, 6));
    }

    private static long number(Matcher told, int group) {
        return Long.parseLong(told.group(group));
    }

    @Override
    public String toString() {
        return matched + " " + ambiguous + " " + unmatched + " " + people + " " + sum + " " + xor;
    }
}
