// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is in a file: equal for equal bytes.
 *
 * @param size in bytes
 * @param tag the SHA-256 digest in hexadecimal
 */
record Content(long size, String tag) {
    private static final int BUFFER = 1 << 16;

    static Either<BridgeError, Content> of(Path file, Call call) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
                Either<BridgeError, Call> open = call.check();
                if (open.isLeft()) {
                    return Either.left(open.getLeft());
                }
            }
        }
        return Either.right(of(size, digest));
    }

    /** Ends the digest. */
    static Content of(long size, MessageDigest digest) {
        return new Content(size, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
