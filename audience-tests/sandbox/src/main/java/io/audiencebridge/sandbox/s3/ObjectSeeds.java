// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * {@code POST /seed {"objects": [...]}}: an entry names a {@code bucket} and a {@code key} and either writes {@code text}, compressed if {@code gzip}, or has {@code delete};
 * {@code prefix} in place of {@code key} deletes everything that begins so.
 */
final class ObjectSeeds {
    static final String KEY = "objects";

    private final BucketFolders buckets;

    ObjectSeeds(BucketFolders buckets) {
        this.buckets = buckets;
    }

    void apply(JsonNode entries) {
        if (!entries.isArray()) {
            throw new IllegalArgumentException("'" + KEY + "' must be a JSON array");
        }
        List<Runnable> changes = new ArrayList<>();
        entries.forEach(entry -> changes.add(change(entry)));
        changes.forEach(Runnable::run);
    }

    private Runnable change(JsonNode entry) {
        String bucket = entry.path("bucket").asText();
        if (!buckets.buckets().contains(bucket)) {
            throw new IllegalArgumentException("No bucket '" + bucket + "'; there are " + buckets.buckets());
        }
        String key = entry.path("key").asText();
        if (entry.path("delete").asBoolean()) {
            return entry.has("prefix")
                    ? () -> deleted(bucket, entry.path("prefix").asText())
                    : () -> buckets.delete(bucket, key);
        }
        if (key.isEmpty() || !entry.path("text").isTextual()) {
            throw new IllegalArgumentException("An object needs a 'key' and a 'text', or 'delete': " + entry);
        }
        byte[] text = entry.path("text").asText().getBytes(StandardCharsets.UTF_8);
        byte[] content = entry.path("gzip").asBoolean() ? compressed(text) : text;
        return () -> written(bucket, key, content);
    }

    private void deleted(String bucket, String prefix) {
        buckets.list(bucket).stream()
                .map(StoredObject::key)
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> buckets.delete(bucket, key));
    }

    private void written(String bucket, String key, byte[] content) {
        try (OutputStream object = buckets.write(bucket, key)) {
            object.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write '" + key + "'", e);
        }
    }

    private static byte[] compressed(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }
}
