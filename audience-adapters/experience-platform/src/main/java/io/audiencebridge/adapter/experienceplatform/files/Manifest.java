// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * What a run wrote: a file beside its files that names them with their sizes. Source: Experience Platform, "Activate audiences to batch profile export destinations".
 *
 * @param scheduled when the run was due; none when that cannot be read
 * @param sizes bytes by file name, without folders
 */
record Manifest(Option<Instant> scheduled, Map<String, Long> sizes) {
    /** Larger ones are read to this size only, and so are none. */
    static final int MOST_BYTES = 4 << 20;

    private static final Pattern NAME = Pattern.compile("manifest-.+\\.json", Pattern.CASE_INSENSITIVE);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** None for what is no manifest, such as one that is only half there. */
    static Option<Manifest> read(byte[] content) {
        try {
            JsonNode body = MAPPER.readTree(content);
            JsonNode results = body == null ? null : body.get("exportResults");
            return results == null || !results.isArray()
                    ? Option.none()
                    : sizes(results).map(sizes -> new Manifest(scheduled(body), sizes));
        } catch (IOException notJson) {
            return Option.none();
        }
    }

    private static Option<Map<String, Long>> sizes(JsonNode results) {
        Map<String, Long> sizes = LinkedHashMap.empty();
        for (JsonNode result : results) {
            String name = result.path("name").asText("");
            if (name.isEmpty() || !result.path("size").canConvertToLong()) {
                return Option.none();
            }
            sizes = sizes.put(
                    name.substring(name.lastIndexOf('/') + 1),
                    result.path("size").asLong());
        }
        return Option.of(sizes);
    }

    private static Option<Instant> scheduled(JsonNode body) {
        try {
            return Option.of(
                    OffsetDateTime.parse(body.path("scheduledTime").asText()).toInstant());
        } catch (DateTimeException unreadable) {
            return Option.none();
        }
    }
}
