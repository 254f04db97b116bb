// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Takes HTML entities back out of an answer whose server heeded no request to leave them out, as a gateway that drops unknown headers makes it.
 *
 * <p>A server escapes every text or none, so a single character that would have been escaped shows that the answer is as it should be. Then an entity is what
 * somebody wrote. UNVERIFIED: which characters are escaped; {@code &}, {@code <} and {@code >} are taken as certain.
 */
final class Escaping {
    private static final Map<String, String> ENTITIES = LinkedHashMap.of(
            "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#34;", "\"", "&#39;", "'", "&#x27;", "'",
            "&apos;", "'");

    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|#34|#39|#x27);");
    private static final Pattern PLAIN = Pattern.compile("[<>]|&(?!(?:amp|lt|gt|quot|apos|#34|#39|#x27);)");

    private Escaping() {}

    static JsonNode undone(JsonNode answer) {
        boolean escaped = texts(answer).anyMatch(text -> ENTITY.matcher(text).find())
                && texts(answer).noneMatch(text -> PLAIN.matcher(text).find());
        return escaped ? plain(answer) : answer;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : stream(node.elements()).flatMap(Escaping::texts);
    }

    private static Stream<JsonNode> stream(Iterator<JsonNode> elements) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements, 0), false);
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(plain(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(plain(member.getValue())));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        }
        return node;
    }

    private static String plain(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(ENTITIES.getOrElse(found.group(), found.group())));
    }
}
