// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schema documents that a client asks for before it calls a method: one file each in the folder {@code schemas} beside this class, {@code nms-group.xml} for
 * {@code nms:group}. A file that is added is served. Safe for several threads. Source: campaign.md, sections 4 and 5.9.
 */
final class SchemaDocuments {
    private static final Pattern NAME = Pattern.compile("[a-z]{3,4}:[A-Za-z0-9]+");
    private static final String ROOT = "<schema ";

    private static final Instant INSTALLED = Instant.parse("2025-01-01T00:00:00Z");

    private final InstantSource clock;
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, Instant> changes = new TreeMap<>();

    SchemaDocuments(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A schema as it is served.
     *
     * @param xml with {@code md5} and {@code lastModified} on its root
     * @param md5 changes whenever the schema does
     * @param changed when it last did
     */
    record Document(String xml, String md5, Instant changed) {}

    /** The document of a schema such as {@code nms:group}; null if there is none. */
    synchronized @Nullable Document named(String schema) {
        String file = NAME.matcher(schema).matches() ? files.computeIfAbsent(schema, SchemaDocuments::read) : "";
        if (file.isEmpty()) {
            return null;
        }
        Instant changed = changes.getOrDefault(schema, INSTALLED);
        String md5 = md5(file + changed);
        String root = ROOT + "lastModified='" + Texts.time(changed) + "' md5='" + md5 + "' ";
        return new Document(root + file.substring(ROOT.length()), md5, changed);
    }

    /** Makes clients ask for a schema again. */
    synchronized void change(String schema) {
        require(schema);
        changes.put(schema, clock.instant());
    }

    void require(String schema) {
        if (named(schema) == null) {
            throw new IllegalArgumentException("There is no schema '" + schema + "' that could change");
        }
    }

    /** The schemas that changed at or after a time: whoever asks twice in one moment must not miss one. */
    synchronized Map<String, Document> changedSince(Instant time) {
        Map<String, Document> later = new TreeMap<>();
        changes.forEach((schema, changed) -> {
            Document document = changed.isBefore(time) ? null : named(schema);
            if (document != null) {
                later.put(schema, document);
            }
        });
        return later;
    }

    synchronized void reset() {
        changes.clear();
    }

    private static String read(String schema) {
        String file = "schemas/" + schema.replace(':', '-') + ".xml";
        try (InputStream in = SchemaDocuments.class.getResourceAsStream(file)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.indexOf(ROOT))).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In upper case, as Campaign writes it. */
    static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has MD5", e);
        }
    }
}
