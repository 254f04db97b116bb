// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import io.audiencebridge.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files in the sandbox's buckets. */
final class Buckets {
    private final Sandbox sandbox;

    Buckets(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Puts an inbound file; a name that ends with {@code .gz} is compressed. */
    void put(String name, String rows) throws IOException {
        byte[] content = rows.getBytes(StandardCharsets.UTF_8);
        putBytes("sandbox/date=2026-01-31/" + name, name.endsWith(".gz") ? zipped(content) : content);
    }

    void putBytes(String key, byte[] content) throws IOException {
        try (OutputStream out = sandbox.objects().write(sandbox.inboundBucket(), key)) {
            out.write(content);
        }
    }

    static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** The rows of the newest outbound file of a destination. */
    List<String> newest(long destination) throws IOException {
        String key = sandbox.audienceManagerData().outboundFiles().stream()
                .filter(found -> found.startsWith(destination + "/"))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        try (InputStream in = new GZIPInputStream(sandbox.objects().read(sandbox.outboundBucket(), key))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
