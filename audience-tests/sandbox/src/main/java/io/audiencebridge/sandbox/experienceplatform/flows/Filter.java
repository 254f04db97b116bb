// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One {@code property=path==value}; a path may go through arrays, as in {@code targetConnections[].connectionSpec.id}. */
final class Filter {
    private static final Pattern FORM = Pattern.compile("([^=!<>]+)(==|!=|>=|<=|>|<)(.*)");

    private final List<String> path;
    private final String operator;
    private final String value;

    private Filter(List<String> path, String operator, String value) {
        this.path = path;
        this.operator = operator;
        this.value = value;
    }

    static Filter of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Problem.flows(400, "Invalid property filter [" + text + "]");
        }
        return new Filter(List.of(form.group(1).replace("[]", "").split("\\.")), form.group(2), form.group(3));
    }

    boolean matches(JsonNode document) {
        boolean any = values(document, path).anyMatch(this::compares);
        return operator.equals("!=") != any;
    }

    private static Stream<JsonNode> values(JsonNode node, List<String> path) {
        if (node.isArray()) {
            return node.valueStream().flatMap(item -> values(item, path));
        }
        return path.isEmpty() ? Stream.of(node) : values(node.path(path.get(0)), path.subList(1, path.size()));
    }

    private boolean compares(JsonNode node) {
        return switch (operator) {
            case "==", "!=" -> node.asText().equals(value);
            case ">" -> number(node) > limit();
            case "<" -> number(node) < limit();
            case ">=" -> number(node) >= limit();
            default -> number(node) <= limit();
        };
    }

    private static long number(JsonNode node) {
        return node.asLong();
    }

    private long limit() {
        if (!value.matches("-?\\d{1,18}")) {
            throw Problem.flows(400, "Invalid value [" + value + "] in a property filter");
        }
        return Long.parseLong(value);
    }
}
