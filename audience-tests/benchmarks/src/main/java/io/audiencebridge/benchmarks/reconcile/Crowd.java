// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Made-up members and recipients in gzip parts: 60% of the members are recipients', 2% come twice, 1% of the recipients share a key with the one before. The same seed gives
 * the same files.
 *
 * @param folder where the parts lie
 */
record Crowd(Path folder) {
    private static final long SEED = 20_261_126;
    private static final int BUFFER = 1 << 16;
    private static final int DIGITS = 19;

    void write(int members, int recipients, int parts) throws IOException {
        write("members", members, parts, (random, row) -> key(memberKey(random, row, recipients)) + "\n");
        write("recipients", recipients, parts, (random, row) -> row + "\t" + key(shared(random, row)) + "\n");
    }

    List<Path> members() throws IOException {
        return parts("members");
    }

    List<Path> recipients() throws IOException {
        return parts("recipients");
    }

    /** A key of a number: two halves of 19 digits that look random. */
    private static String key(long number) {
        return half(mix(number)) + half(mix(~number));
    }

    private static long memberKey(SplittableRandom random, int row, int recipients) {
        int chance = random.nextInt(100);
        if (chance < 2 && row > 0) {
            return random.nextInt(recipients);
        }
        return chance < 62 ? random.nextInt(recipients) : Integer.MAX_VALUE + 1L + row;
    }

    private static long shared(SplittableRandom random, int row) {
        return random.nextInt(100) == 0 && row > 0 ? row - 1L : row;
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

    private void write(String name, int rows, int parts, Row row) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + name.length());
        for (int part = 0; part < parts; part++) {
            Path file = folder.resolve(name + "-" + part + ".gz");
            try (OutputStream out =
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER)) {
                int end = (int) ((long) rows * (part + 1) / parts);
                for (int i = (int) ((long) rows * part / parts); i < end; i++) {
                    out.write(row.text(random, i).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
            }
        }
    }

    private List<Path> parts(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .sorted()
                    .toList();
        }
    }

    private interface Row {
        String text(SplittableRandom random, int row);
    }
}
