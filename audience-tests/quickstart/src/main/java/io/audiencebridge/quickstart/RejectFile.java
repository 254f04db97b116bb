// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines that could not be read, with their numbers and reasons; there is a file only when there are such lines. Not thread-safe. */
final class RejectFile {
    private final Path file;
    private @Nullable CsvWriter writer;
    private long count;

    RejectFile(Path file) {
        this.file = file;
    }

    /** {@code people.rejected.csv} for {@code people.csv}, in the same folder. */
    static Path beside(Path people) {
        String name = people.toAbsolutePath().getFileName().toString();
        return people.resolveSibling(name.replaceFirst("(\\.[A-Za-z]{1,4})?$", "") + ".rejected.csv");
    }

    Path file() {
        return file;
    }

    /** How many lines were rejected. */
    long count() {
        return count;
    }

    /** Starts anew, without the file of an earlier run. */
    void begin() throws IOException {
        close();
        Files.deleteIfExists(file);
        count = 0;
    }

    void add(long line, String reason) throws IOException {
        count++;
        writer().writeRecord(Long.toString(line), reason);
    }

    void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private CsvWriter writer() throws IOException {
        CsvWriter open = writer;
        if (open == null) {
            open = CsvWriter.builder().build(file);
            open.writeRecord("line", "reason");
            writer = open;
        }
        return open;
    }
}
