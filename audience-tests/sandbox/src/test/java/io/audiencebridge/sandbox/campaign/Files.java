// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip files in the sandbox's buckets. */
final class Files {
    private final Sandbox sandbox;

    Files(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void put(String bucket, String key, String content) {
        try (OutputStream out = new GZIPOutputStream(sandbox.objects().write(bucket, key))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A full outbound file of the visitor destination, written at a time in milliseconds. */
    void deliver(long stamp, String... rows) {
        put(
                sandbox.outboundBucket(),
                "20101/S3_20101_13701_full_" + stamp + ".sync.gz",
                String.join("\n", rows) + "\n");
    }

    String text(String bucket, String key) {
        try (InputStream in = new GZIPInputStream(sandbox.objects().read(bucket, key))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> keys(String bucket) {
        return sandbox.objects().list(bucket).stream().map(StoredObject::key).toList();
    }
}
