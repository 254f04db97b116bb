// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory, which can be full. */
final class Disk implements AutoCloseable {
    private static final int SIZE = 8 << 20;
    private static final int BLOCK = 4 << 10;

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix().toBuilder()
            .setAttributeViews("basic", "owner", "posix", "unix")
            .setWorkingDirectory("/work")
            .setBlockSize(BLOCK)
            .setMaxSize(SIZE)
            .setMaxCacheSize(0)
            .build());
    private final Path filler = files.getPath("/filler");

    /** A folder on it. */
    Path folder() {
        return files.getPath("/home/bridge");
    }

    /** Takes all the room that is left. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[BLOCK];
            for (int blocks = 0; blocks <= SIZE / BLOCK; blocks++) {
                out.write(block);
            }
        } catch (IOException full) {
            // That was the purpose.
        }
    }

    /** Gives the room back. */
    void clear() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
