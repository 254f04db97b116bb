// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import io.audiencebridge.benchmarks.Benchmark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reading of all rows, as a worker tells it.
 *
 * @param rows how many
 * @param check what was in them: a digest of ids and e-mails, or their sum and lengths
 * @param nanos how long it took
 * @param memory the most memory so far, in bytes
 */
record Pass(long rows, String check, long nanos, long memory) {
    private static final Pattern LINE = Pattern.compile("(\\d+) (\\S+) (\\d+) (\\d+)");

    static Pass of(String line) {
        Matcher told = LINE.matcher(line);
        if (!told.matches()) {
            throw new Benchmark.Refused("A worker answered '" + line + "'");
        }
        return new Pass(
                Long.parseLong(told.group(1)),
                told.group(2),
                Long.parseLong(told.group(3)),
                Long.parseLong(told.group(4)));
    }

    double rowsPerSecond() {
        return rows * 1e9 / nanos;
    }

    double megabytes() {
        return memory / 1e6;
    }

    @Override
    public String toString() {
        return rows + " " + check + " " + nanos + " " + memory;
    }
}
