// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Measures a body that flows by: size, digest and its first bytes. Never holds more than those. */
final class BodyMeter {
    private static final int HEAD_BYTES = 4096;

    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long size;

    synchronized void add(ByteBuffer passing) {
        ByteBuffer bytes = passing.slice();
        size += bytes.remaining();
        digest.update(bytes.duplicate());
        byte[] kept = new byte[Math.min(HEAD_BYTES - head.size(), bytes.remaining())];
        bytes.get(kept);
        head.writeBytes(kept);
    }

    synchronized long size() {
        return size;
    }

    /** Ends the measuring: a digest can be taken only once. */
    synchronized String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    synchronized String head() {
        return head.toString(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
