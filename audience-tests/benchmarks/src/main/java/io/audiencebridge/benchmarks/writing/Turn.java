// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.benchmarks.Benchmark;
import java.util.stream.Stream;

/**
 * One writing of all members, as a side tells it.
 *
 * @param rows rows in the files; 0 when nobody looked
 * @param digest of the rows; a dash when nobody looked
 * @param nanos how long it took
 * @param heap most heap in use beside the members, garbage included
 * @param size bytes of the files
 * @param processor nanoseconds of processor time of all threads
 * @param allocated bytes that its Java threads allocated
 */
record Turn(long rows, String digest, long nanos, long heap, long size, long processor, long allocated) {
    private static final String WORDS = "\\d+ \\S+( \\d+){5}";

    static Turn of(String line) {
        if (!line.matches(WORDS)) {
            throw new Benchmark.Refused("A side answered '" + line + "'");
        }
        String[] told = line.split(" ", -1);
        long[] figures = Stream.of(told).skip(2).mapToLong(Long::parseLong).toArray();
        return new Turn(Long.parseLong(told[0]), told[1], figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    @Override
    public String toString() {
        return rows + " " + digest + " " + nanos + " " + heap + " " + size + " " + processor + " " + allocated;
    }
}
