// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An object that nobody sees before it is closed; held on disk, so that its size does not matter. */
final class Draft extends FilterOutputStream {
    private final Path file;
    private final Publication publication;
    private boolean closed;

    Draft(Path file, OutputStream bytes, Publication publication) {
        super(bytes);
        this.file = file;
        this.publication = publication;
    }

    /** What makes a finished draft visible. */
    @FunctionalInterface
    interface Publication {
        void publish(Path content) throws IOException;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        // The inherited method hands on one byte at a time.
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            super.close();
            publication.publish(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
