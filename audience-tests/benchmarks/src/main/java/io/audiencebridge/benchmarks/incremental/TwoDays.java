// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import java.io.IOException;
import java.util.List;

/** What both sides read from: it stands on its first day until the second begins. */
interface TwoDays extends AutoCloseable {
    /** For the side's process, where the recipients are; nothing if they lie in its folder. */
    List<String> where();

    /** Lets the second day begin, once the copy of the first is kept. */
    void pass() throws IOException;

    /** Whether everybody reads otherwise once the second day began. */
    boolean changes();

    @Override
    void close();

    /** Files of both days. */
    record InFiles() implements TwoDays {
        @Override
        public List<String> where() {
            return List.of();
        }

        @Override
        public void pass() {
            // the second day's files lie beside the first day's
        }

        @Override
        public boolean changes() {
            return false;
        }

        @Override
        public void close() {
            // the folder is deleted by whoever made it
        }
    }
}
