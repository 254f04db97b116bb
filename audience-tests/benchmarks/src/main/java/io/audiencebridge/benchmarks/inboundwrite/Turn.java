// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.inboundwrite;

import io.audiencebridge.benchmarks.Benchmark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One writing of all members, as a side tells it.
 *
 * @param rows rows in the files; 0 when nobody looked
 * @param digest of the rows; a dash when nobody looked
 * @param nanos how long it took
 * @param heap most heap in use beside the members, garbage included
 * @param size bytes of the files
 */
record Turn(long rows, String digest, long nanos, long heap, long size) {
    private static final Pattern LINE = Pattern.compile("(\\d+) (\\S+) (\\d+) (\\d+) (\\d+)");

    static Turn of(String line) {
        Matcher told = LINE.matcher(line);
        if (!told.matches()) {
            throw new Benchmark.Refused("A side answered '" + line + "'");
        }
        return new Turn(
                Long.parseLong(told.group(1)),
                told.group(2),
                Long.parseLong(told.group(3)),
                Long.parseLong(told.group(4)),
                Long.parseLong(told.group(5)));
    }

    @Override
    public String toString() {
        return rows + " " + digest + " " + nanos + " " + heap + " " + size;
    }
}
