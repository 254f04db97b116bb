// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Looks into an outbound file of Audience Manager, plain or gzip, for the segments that it names as current. */
final class AudienceFile {
    /** More segments than a caller can choose from: the search ends there. */
    private static final int ENOUGH = 100_000;

    private static final int LONGEST_ROW = 1 << 20;

    private AudienceFile() {}

    /** Whether the file is gzip, by its first two bytes. */
    static boolean zipped(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /**
     * The segments of the second column, sorted. Rows of another shape are passed over here; the import counts them as invalid (SEMANTICS S5).
     *
     * @throws IOException also when gzip is damaged or cut short
     */
    static Seq<String> segments(Path file) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        boolean zipped = zipped(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream in = zipped ? new GZIPInputStream(raw, 1 << 16) : raw) {
            LineReader lines = new LineReader(in, LONGEST_ROW);
            while (lines.next()) {
                if (found.size() < ENOUGH && !lines.tooLong()) {
                    collect(new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8), found);
                }
            }
        }
        return Vector.ofAll(found).sorted();
    }

    private static void collect(String row, Set<String> found) {
        int from = row.indexOf(' ') + 1;
        if (from <= 1) {
            return;
        }
        int to = row.indexOf(' ', from);
        String current = row.substring(from, to < 0 ? row.length() : to);
        for (String segment : current.split(",", -1)) {
            if (!segment.isEmpty()) {
                found.add(segment);
            }
        }
    }
}
