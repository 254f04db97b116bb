// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/**
 * A transfer-control file (.info): which files a delivery has. Read leniently, since its page shows names without quotes. Source: Audience Manager,
 * "Transfer-control files".
 */
final class ControlFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private ControlFile() {}

    /** The files that {@code content} lists; {@code name} is for messages. */
    static Either<BridgeError, Seq<Entry>> parse(String name, byte[] content) {
        try {
            JsonNode files =
                    JSON.readTree(new String(content, StandardCharsets.UTF_8)).path("Files");
            Seq<Entry> entries = Vector.ofAll(files).map(ControlFile::entry);
            return files.isArray() && entries.forAll(Entry::isSound)
                    ? Either.right(entries)
                    : Either.left(Damage.of(name, unreadable()));
        } catch (JsonProcessingException broken) {
            return Either.left(Damage.of(name, unreadable()));
        }
    }

    private static Entry entry(JsonNode file) {
        return new Entry(
                file.path("FileName").asText(),
                file.path("FileByteSize").asLong(-1),
                file.path("md5").asText());
    }

    private static String unreadable() {
        return "is no transfer-control file with names and sizes under Files; have it delivered again and resume the run";
    }

    /**
     * A file of the delivery.
     *
     * @param name without folders
     * @param size in bytes, as delivered
     * @param md5 of the file as delivered, in hexadecimal; empty when not given
     */
    record Entry(String name, long size, String md5) {
        private boolean isSound() {
            return !name.isEmpty() && size >= 0;
        }
    }
}
