// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to be sent: its name, its size and its bytes, which can be read anew for each attempt. */
public interface FileContent {
    /** Its name, without a folder. */
    String name();

    /** Its media type. */
    default String contentType() {
        return "application/octet-stream";
    }

    /** Bytes that {@link #open()} will give. */
    long size();

    /**
     * The bytes from the start; whoever reads closes the stream.
     *
     * @throws IOException if they cannot be read; the call then ends as {@code LocalFailure}
     */
    InputStream open() throws IOException;

    /** A copy of {@code bytes}. */
    static FileContent of(String name, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new FileContent() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return copy.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(copy);
            }
        };
    }

    /**
     * A file of this machine, which must not change meanwhile.
     *
     * @throws UncheckedIOException if its size cannot be told
     */
    static FileContent of(Path file) {
        long size;
        try {
            size = Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new FileContent() {
            @Override
            public String name() {
                return file.toAbsolutePath().normalize().getFileName().toString();
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
