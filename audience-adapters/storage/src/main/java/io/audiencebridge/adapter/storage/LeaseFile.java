// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.spi.engine.Lease;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * A lease as the text of a properties file.
 *
 * @param lease what is in it
 * @param process the sign of the process that holds it
 */
record LeaseFile(Lease lease, String process) {
    /** A subject is any text: its digest cannot leave the folder and is never too long. */
    static Path of(Path folder, String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ".lease");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What {@code file} holds. None when it is not there, or was torn because its machine went down while it was written: then its holder is gone too. */
    static Option<LeaseFile> read(Path file) throws IOException {
        Properties text = new Properties();
        try {
            text.load(new StringReader(Files.readString(file)));
            return Option.some(new LeaseFile(
                    new Lease(
                            required(text, "subject"),
                            required(text, "holder"),
                            Instant.parse(required(text, "until"))),
                    required(text, "process")));
        } catch (NoSuchFileException none) {
            return Option.none();
        } catch (IllegalArgumentException | DateTimeParseException torn) {
            return Option.none();
        }
    }

    boolean isOf(String holder) {
        return lease.holder().equals(holder);
    }

    /** Replaces the file as a whole. It is not forced to disk: a lease need not outlive the machine. */
    void write(Path file) throws IOException {
        Properties text = new Properties();
        text.setProperty("subject", lease.subject());
        text.setProperty("holder", lease.holder());
        text.setProperty("until", lease.until().toString());
        text.setProperty("process", process);
        StringWriter written = new StringWriter();
        text.store(written, null);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, written.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String required(Properties text, String name) {
        String value = text.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }
}
