// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.sandbox.SeedRecipient;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of people, read as a stream: one line at a time is in memory, beside 16 bytes for each id seen. Blank lines are no rows. A line that cannot be
 * read goes to the reject file with its number and the reason. Not thread-safe.
 */
final class PeopleFile implements Iterable<SeedRecipient> {
    private static final int LONGEST_LINE = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path file;
    private final RejectFile rejects;
    private long read;

    PeopleFile(Path file) {
        this.file = file;
        this.rejects = new RejectFile(RejectFile.beside(file));
    }

    /** Why the file cannot be one of people at all: its header. */
    static Option<String> problemWith(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(withoutMark(in), LONGEST_LINE);
            boolean right = lines.next()
                    && new PersonLine()
                            .fields(lines.bytes(), lines.length())
                            .exists(columns -> columns.getFields().equals(PersonLine.HEADER));
            return Option.when(!right, "must begin with the header " + String.join(",", PersonLine.HEADER));
        } catch (IOException broken) {
            return Option.some("cannot be read (" + broken.getMessage() + ")");
        }
    }

    /** People read, once the file was iterated over. */
    long read() {
        return read;
    }

    /** The lines that could not be read, once the file was iterated over. */
    RejectFile rejects() {
        return rejects;
    }

    /** Reads the file from its beginning. Throws {@link UncheckedIOException} when the disk fails. */
    @Override
    public Iterator<SeedRecipient> iterator() {
        try {
            rejects.begin();
            read = 0;
            return new People(Files.newInputStream(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(buffered.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            buffered.reset();
        }
        return buffered;
    }

    /** Closes the files at its end. */
    private final class People implements Iterator<SeedRecipient> {
        private final InputStream in;
        private final LineReader lines;
        private final PersonLine line = new PersonLine();
        private @Nullable SeedRecipient ahead;

        private People(InputStream in) throws IOException {
            this.in = in;
            lines = new LineReader(withoutMark(in), LONGEST_LINE);
            lines.next();
            advance();
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public SeedRecipient next() {
            SeedRecipient person = ahead;
            if (person == null) {
                throw new NoSuchElementException();
            }
            try {
                advance();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return person;
        }

        private void advance() throws IOException {
            ahead = null;
            while (ahead == null && lines.next()) {
                if (lines.length() > 0) {
                    take();
                }
            }
            if (ahead == null) {
                in.close();
                rejects.close();
            }
        }

        private void take() throws IOException {
            Either<String, SeedRecipient> person = lines.tooLong()
                    ? Either.left("is longer than " + LONGEST_LINE + " bytes")
                    : line.read(lines.bytes(), lines.length());
            if (person.isRight()) {
                ahead = person.get();
                read++;
            } else {
                rejects.add(lines.number(), person.getLeft());
            }
        }
    }
}
