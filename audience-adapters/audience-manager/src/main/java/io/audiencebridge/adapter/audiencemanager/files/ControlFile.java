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
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;

/**
 * A transfer-control file (.info): which files a delivery has. Read leniently, since its page shows names without quotes; what it says must add up.
 *
 * @param entries the delivery's files
 */
record ControlFile(Seq<ControlFile.Entry> entries) {
    private static final long UNSAID = -1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /** Reads {@code content}; {@code name} is for messages. Left: {@code ProtocolBreach} when it cannot be read or contradicts itself. */
    static Either<BridgeError, ControlFile> parse(String name, byte[] content) {
        try {
            JsonNode root = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            JsonNode files = root.path("Files");
            Seq<Entry> entries = Vector.ofAll(files).map(ControlFile::entry);
            if (!files.isArray() || !entries.forAll(Entry::isSound)) {
                return Either.left(Damage.of(name, unreadable()));
            }
            return contradiction(entries, root.path("Totals"))
                    .<Either<BridgeError, ControlFile>>map(why -> Either.left(Damage.of(name, why)))
                    .getOrElse(() -> Either.right(new ControlFile(entries)));
        } catch (JsonProcessingException broken) {
            return Either.left(Damage.of(name, unreadable()));
        }
    }

    private static Option<String> contradiction(Seq<Entry> entries, JsonNode totals) {
        if (entries.map(Entry::name).distinct().size() != entries.size()) {
            return Option.of("lists a file twice; have it delivered again and resume the run");
        }
        return total("files", totals, "TotalNumberFiles", entries.size())
                .orElse(() -> total("bytes", totals, "TotalByteSize", sum(entries, Entry::size)))
                .orElse(() -> total("lines", totals, "TotalNumberLines", sum(entries, Entry::lines)));
    }

    private static Option<String> total(String what, JsonNode totals, String field, long listed) {
        long said = totals.path(field).asLong(UNSAID);
        return said == UNSAID || listed == UNSAID || said == listed
                ? Option.none()
                : Option.of("states " + said + " " + what + " in all and lists " + listed
                        + "; have it delivered again and resume the run");
    }

    private static long sum(Seq<Entry> entries, ToLongFunction<Entry> figure) {
        return entries.exists(entry -> figure.applyAsLong(entry) == UNSAID)
                ? UNSAID
                : entries.map(figure::applyAsLong).sum().longValue();
    }

    private static Entry entry(JsonNode file) {
        return new Entry(
                file.path("FileName").asText(),
                file.path("FileByteSize").asLong(UNSAID),
                file.path("FileLineCount").asLong(DeliveredFile.ANY),
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
     * @param lines once unzipped, header and blank ones included; {@link DeliveredFile#ANY} when not given
     * @param md5 of the file as delivered, in hexadecimal; empty when not given
     */
    record Entry(String name, long size, long lines, String md5) {
        private boolean isSound() {
            return !name.isEmpty() && !name.contains("/") && size >= 0;
        }
    }
}
