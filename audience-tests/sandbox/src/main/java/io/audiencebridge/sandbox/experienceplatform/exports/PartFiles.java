// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes rows into files of the sandbox's own, from which they are delivered: one more file after so many rows. Source: experience-cloud.md, section 4.3. */
final class PartFiles implements AutoCloseable {
    private final Path folder;

    PartFiles() {
        try {
            folder = Files.createTempDirectory("audience-sandbox-platform-");
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not create a folder for its exports", e);
        }
    }

    /** One file for each so many rows, and at least one. */
    List<Path> write(Destination destination, Iterator<Row> rows) throws IOException {
        List<Path> parts = new ArrayList<>();
        do {
            parts.add(part(destination, rows));
        } while (rows.hasNext());
        return parts;
    }

    private Path part(Destination destination, Iterator<Row> rows) throws IOException {
        CsvFormat format = destination.format();
        Path part = Files.createTempFile(folder, "part-", "");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(stream(destination, part), format.charset()))) {
            if (format.hasHeader()) {
                out.write(format.line(destination.columns().stream()
                        .map(column -> Optional.of(column.header()))
                        .toList()));
            }
            for (long count = 0; count < destination.rowsPerFile() && rows.hasNext(); count++) {
                out.write(format.line(rows.next().cells()));
            }
        }
        return part;
    }

    private static OutputStream stream(Destination destination, Path part) throws IOException {
        Optional<String> key = destination.publicKey();
        OutputStream out = Files.newOutputStream(part);
        if (key.isPresent()) {
            out = Encryption.to(key.get()).around(out);
        }
        return destination.format().isZipped() ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    /** A file with these bytes. */
    Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "manifest-", ""), content);
    }

    void clear() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not clear its exports", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
