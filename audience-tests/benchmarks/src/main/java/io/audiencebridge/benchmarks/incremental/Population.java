// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Made-up members and recipients of two days in gzip parts: 60% of the members are recipients', and 1% of the recipients have another visitor id on the second day, half of them the
 * one of their neighbour. The same seed gives the same files.
 *
 * @param folder where the parts lie
 */
record Population(Path folder) {
    private static final long SEED = 20_261_126;
    private static final int BUFFER = 1 << 16;
    private static final int DIGITS = 19;
    private static final int CHANGING = 100;

    void write(int members, int recipients, int parts) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        write("members", members, parts, row -> true, row -> key(memberKey(random, row, recipients)));
        write("before", recipients, parts, row -> true, row -> row + "\t" + key(row));
        write("after", recipients, parts, row -> true, row -> row + "\t" + key(after(row)));
        write("changed", recipients, parts, Population::changes, row -> row + "\t" + key(after(row)));
    }

    /** Members of these keys, and nothing else. */
    void writeMembers(List<String> keys, int parts) throws IOException {
        write("members", keys.size(), parts, row -> true, keys::get);
    }

    List<Path> parts(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean changes(int row) {
        return row % CHANGING == 0;
    }

    private static long after(int row) {
        if (!changes(row)) {
            return row;
        }
        return row % (2 * CHANGING) == 0 ? row + 1L : 2L * Integer.MAX_VALUE + row;
    }

    private static long memberKey(SplittableRandom random, int row, int recipients) {
        return random.nextInt(CHANGING) < 60 ? random.nextInt(recipients) : Integer.MAX_VALUE + 1L + row;
    }

    /** A key of a number: two halves of 19 digits that look random. */
    static String key(long number) {
        return half(mix(number)) + half(mix(~number));
    }

    private static String half(long bits) {
        String digits = Long.toString(bits & Long.MAX_VALUE);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static long mix(long bits) {
        long mixed = (bits + SEED) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private void write(String name, int rows, int parts, IntPredicate there, Line line) throws IOException {
        for (int part = 0; part < parts; part++) {
            Path file = folder.resolve(name + "-" + part + ".gz");
            try (OutputStream out =
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER)) {
                int end = (int) ((long) rows * (part + 1) / parts);
                for (int row = (int) ((long) rows * part / parts); row < end; row++) {
                    if (there.test(row)) {
                        out.write((line.of(row) + "\n").getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        }
    }

    private interface Line {
        String of(int row);
    }
}
