// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
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
 * @param keys what the keys are
 */
record Crowd(Path folder, Keys keys) {
    private static final long SEED = 20_261_126;
    private static final int BUFFER = 1 << 16;

    /** Writes the parts, unless the same ones are there. */
    void write(int members, int recipients, int parts) throws IOException {
        Path note = folder.resolve("crowd.txt");
        String what = members + " " + recipients + " " + parts + " " + keys;
        if (Files.isRegularFile(note) && Files.readString(note).equals(what)) {
            return;
        }
        if (!parts("members").isEmpty() || !parts("recipients").isEmpty()) {
            throw new Benchmark.Refused(folder + " holds other files than asked for; give another --dir, or empty it");
        }
        write("members", members, parts, (random, row) -> keys.text(memberKey(random, row, recipients)) + "\n");
        write("recipients", recipients, parts, (random, row) -> row + "\t" + keys.text(shared(random, row)) + "\n");
        Files.writeString(note, what);
    }

    /** The same rows in one gzip a side: its members are the parts, and only one thread at a time can inflate it. */
    Crowd inOneFile() throws IOException {
        Crowd one = new Crowd(Files.createDirectories(folder.resolve("one")), keys);
        one.join("members-0.gz", members());
        one.join("recipients-0.gz", recipients());
        return one;
    }

    private void join(String name, List<Path> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            for (Path part : parts) {
                Files.copy(part, out);
            }
        }
    }

    List<Path> members() throws IOException {
        return parts("members");
    }

    List<Path> recipients() throws IOException {
        return parts("recipients");
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
