// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lists as the API answers them: a bare array of everything, or a page with its total as soon as {@code page} or {@code
 * pageSize} is given. Source: audience-manager.md, section 2.3.
 */
final class Listing {
    private static final int DEFAULT_PAGE_SIZE = 10;

    private Listing() {}

    static Answer of(ApiRequest request, Stream<ObjectNode> items, Function<ObjectNode, ? extends JsonNode> view) {
        List<ObjectNode> found = ordered(request, searched(request, items)).toList();
        OptionalInt page = request.count("page");
        OptionalInt size = request.count("pageSize");
        if (page.isEmpty() && size.isEmpty()) {
            return Answer.ok(array(found.stream(), view));
        }
        return Answer.ok(page(found, page.orElse(0), size.orElse(DEFAULT_PAGE_SIZE), view));
    }

    private static ObjectNode page(
            List<ObjectNode> found, int page, int size, Function<ObjectNode, ? extends JsonNode> view) {
        if (size == 0) {
            throw ApiError.invalid("pageSize must be at least 1");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("total", found.size()).put("page", page).put("pageSize", size);
        answer.set("list", array(found.stream().skip((long) page * size).limit(size), view));
        return answer;
    }

    private static ArrayNode array(Stream<ObjectNode> items, Function<ObjectNode, ? extends JsonNode> view) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.map(view).forEach(array::add);
        return array;
    }

    private static Stream<ObjectNode> searched(ApiRequest request, Stream<ObjectNode> items) {
        return request.value("search")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .map(text -> items.filter(item -> contains(item, text)))
                .orElse(items);
    }

    private static boolean contains(ObjectNode item, String text) {
        for (JsonNode value : item) {
            if (value.isValueNode() && value.asText().toLowerCase(Locale.ROOT).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<ObjectNode> ordered(ApiRequest request, Stream<ObjectNode> items) {
        return request.value("sortBy")
                .map(Listing::by)
                .map(order -> items.sorted(request.flag("descending") ? order.reversed() : order))
                .orElse(items);
    }

    private static Comparator<ObjectNode> by(String member) {
        return (one, other) -> {
            JsonNode left = one.path(member);
            JsonNode right = other.path(member);
            return left.isNumber() && right.isNumber()
                    ? Long.compare(left.asLong(), right.asLong())
                    : String.CASE_INSENSITIVE_ORDER.compare(left.asText(), right.asText());
        };
    }
}
