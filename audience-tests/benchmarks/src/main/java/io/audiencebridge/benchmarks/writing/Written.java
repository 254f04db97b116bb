// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What a side wrote.
 *
 * @param rows how many, as the side's files are read; 0 when nobody looked
 * @param digest of all of them in order; a dash when nobody looked
 * @param size bytes of the files
 */
record Written(long rows, String digest, long size) {
    static Written in(List<Path> files, boolean look, Side side) throws IOException {
        MessageDigest digest = Wire.sha256();
        byte[] buffer = new byte[64 << 10];
        long rows = 0;
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
            if (look) {
                rows += rows(side, file, digest, buffer);
            }
        }
        return new Written(rows, look ? HexFormat.of().formatHex(digest.digest()) : "-", size);
    }

    private static long rows(Side side, Path file, MessageDigest digest, byte[] buffer) throws IOException {
        long rows = 0;
        try (InputStream in = side.rows(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                for (int i = 0; i < count; i++) {
                    rows += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return rows;
    }
}
