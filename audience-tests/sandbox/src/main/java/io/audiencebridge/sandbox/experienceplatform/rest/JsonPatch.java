// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Changes of a document: {@code add}, {@code replace} and {@code remove} of RFC 6902. */
public final class JsonPatch {
    private final Function<String, Problem> problems;

    /** Refuses what it cannot do with a problem of this shape. */
    public JsonPatch(Function<String, Problem> problems) {
        this.problems = problems;
    }

    /** A changed copy. */
    public ObjectNode apply(ObjectNode document, JsonNode operations) {
        if (!operations.isArray()) {
            throw problems.apply("A patch is an array of operations");
        }
        ObjectNode changed = document.deepCopy();
        operations.forEach(operation -> one(changed, operation));
        return changed;
    }

    private void one(ObjectNode document, JsonNode operation) {
        String pointer = operation.path("path").asText();
        List<String> steps = Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
        if (steps.isEmpty()) {
            throw problems.apply("An operation needs a path, but has '" + pointer + "'");
        }
        JsonNode parent = document;
        for (String step : steps.subList(0, steps.size() - 1)) {
            parent = parent.isArray() ? parent.path(index(step, pointer)) : parent.path(step);
        }
        change(operation, parent, steps.get(steps.size() - 1), pointer);
    }

    private void change(JsonNode operation, JsonNode parent, String last, String pointer) {
        String kind = operation.path("op").asText().toLowerCase(Locale.ROOT);
        JsonNode value = operation.path("value");
        if (parent instanceof ObjectNode object) {
            changeObject(kind, object, last, value, pointer);
        } else if (parent instanceof ArrayNode array) {
            changeArray(kind, array, last, value, pointer);
        } else {
            throw missing(pointer);
        }
    }

    private void changeObject(String kind, ObjectNode object, String name, JsonNode value, String pointer) {
        if (!kind.equals("add") && !object.has(name)) {
            throw missing(pointer);
        }
        switch (kind) {
            case "add", "replace" -> object.set(name, value);
            case "remove" -> object.remove(name);
            default -> throw unknown(kind);
        }
    }

    private void changeArray(String kind, ArrayNode array, String last, JsonNode value, String pointer) {
        int index = last.equals("-") ? array.size() : index(last, pointer);
        if (index > array.size() || (index == array.size() && !kind.equals("add"))) {
            throw missing(pointer);
        }
        switch (kind) {
            case "add" -> array.insert(index, value);
            case "replace" -> array.set(index, value);
            case "remove" -> array.remove(index);
            default -> throw unknown(kind);
        }
    }

    private int index(String step, String pointer) {
        if (!step.matches("\\d{1,6}")) {
            throw missing(pointer);
        }
        return Integer.parseInt(step);
    }

    private Problem missing(String pointer) {
        return problems.apply("There is nothing at '" + pointer + "'");
    }

    private Problem unknown(String kind) {
        return problems.apply("Operation '" + kind + "' is not known");
    }
}
