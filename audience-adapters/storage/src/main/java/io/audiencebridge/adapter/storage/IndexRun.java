// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a copy of recipients' keys.
 *
 * @param name in the copy's folder
 * @param rows in it
 * @param bytes of it
 */
record IndexRun(String name, long rows, long bytes) {
    static final String ENDING = ".keys";

    void check(Path folder) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file) || Files.size(file) != bytes) {
            throw new SealedHeader.Unusable("a file of it is missing or cut short");
        }
    }
}
