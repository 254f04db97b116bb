// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members of a body count, and as what. Members of another name are ignored; numbers and booleans may be texts, as
 * spreadsheet clients send them.
 */
final class Schema {
    private final Map<String, Kind> members = new LinkedHashMap<>();

    private enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        ANY
    }

    Schema texts(String... names) {
        return add(Kind.TEXT, names);
    }

    Schema numbers(String... names) {
        return add(Kind.NUMBER, names);
    }

    Schema flags(String... names) {
        return add(Kind.FLAG, names);
    }

    Schema any(String... names) {
        return add(Kind.ANY, names);
    }

    private Schema add(Kind kind, String... names) {
        List.of(names).forEach(name -> members.put(name, kind));
        return this;
    }

    /** The members that count; what is no number or boolean where one is wanted is added to the violations. */
    ObjectNode read(JsonNode body, List<String> violations) {
        if (!body.isObject()) {
            throw ApiError.invalid("The body must be a JSON object");
        }
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        members.forEach((name, kind) -> {
            JsonNode value = body.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                read.set(name, converted(name, kind, value, violations));
            }
        });
        return read;
    }

    private static JsonNode converted(String name, Kind kind, JsonNode value, List<String> violations) {
        return switch (kind) {
            case TEXT -> value.isValueNode() ? TextNode.valueOf(value.asText()) : refused(name, "a text", violations);
            case NUMBER -> number(name, value, violations);
            case FLAG -> flag(name, value, violations);
            case ANY -> value;
        };
    }

    private static JsonNode number(String name, JsonNode value, List<String> violations) {
        try {
            return LongNode.valueOf(new BigDecimal(value.asText().strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return refused(name, "a whole number", violations);
        }
    }

    private static JsonNode flag(String name, JsonNode value, List<String> violations) {
        String text = value.asText().strip();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        return refused(name, "true or false", violations);
    }

    private static JsonNode refused(String name, String wanted, List<String> violations) {
        violations.add(name + " must be " + wanted);
        return NullNode.getInstance();
    }
}
