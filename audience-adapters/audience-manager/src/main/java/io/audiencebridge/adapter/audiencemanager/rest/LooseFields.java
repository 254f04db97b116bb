// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads members whose names nobody has written down: letter case, blanks, hyphens and underscores in a name make no difference, and a time may be text, as it
 * is in the receipt mail.
 */
final class LooseFields {
    /** UNVERIFIED: that times without a zone are UTC. */
    private static final DateTimeFormatter MAIL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ObjectNode members = JsonNodeFactory.instance.objectNode();
    private final Fields fields = new Fields(members);

    LooseFields(JsonNode node) {
        node.properties().forEach(member -> members.set(plain(member.getKey()), member.getValue()));
    }

    Optional<String> text(String... names) {
        return fields.text(plain(names));
    }

    OptionalLong number(String... names) {
        return fields.number(plain(names));
    }

    Optional<Boolean> flag(String... names) {
        return fields.flag(plain(names));
    }

    Optional<Instant> instant(String... names) {
        Optional<Instant> millis = fields.instant(plain(names));
        return millis.isPresent() ? millis : text(names).flatMap(LooseFields::written);
    }

    Optional<JsonNode> list(String... names) {
        return Stream.of(plain(names))
                .map(members::path)
                .filter(JsonNode::isArray)
                .findFirst();
    }

    private static Optional<Instant> written(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text, MAIL).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static String[] plain(String... names) {
        return Stream.of(names).map(LooseFields::plain).toArray(String[]::new);
    }

    private static String plain(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }
}
