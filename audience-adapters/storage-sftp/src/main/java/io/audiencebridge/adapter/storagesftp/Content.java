// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.spi.engine.StoredFile;
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
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /** Ends the digest. */
    static Content of(long size, MessageDigest digest) {
        return new Content(size, HexFormat.of().formatHex(digest.digest()));
    }

    StoredFile stored(String name, RemoteFile file) {
        return StoredFile.builder()
                .name(name)
                .size(size)
                .modified(file.modified())
                .contentTag(tag)
                .build();
    }
}
