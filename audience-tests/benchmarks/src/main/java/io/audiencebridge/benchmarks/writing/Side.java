// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** One way to write all members into packed files of a folder; its members are ready before the clock runs. */
interface Side extends AutoCloseable {
    /** Writes them all. */
    void write(Path folder) throws IOException;

    /** The rows of a file that it wrote. */
    default InputStream rows(Path file) throws IOException {
        return OurPacking.inflated(file);
    }

    /** Most have nothing to give back. */
    @Override
    default void close() throws IOException {
        // nothing is held
    }
}
