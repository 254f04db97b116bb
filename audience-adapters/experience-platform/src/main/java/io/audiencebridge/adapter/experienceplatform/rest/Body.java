// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes members; what says nothing is left out. */
final class Body {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    Body text(String name, String value) {
        node.put(name, value);
        return this;
    }

    Body text(String name, Optional<?> value) {
        value.ifPresent(text -> node.put(name, text.toString()));
        return this;
    }

    Body number(String name, long value) {
        node.put(name, value);
        return this;
    }

    Body flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    Body with(String name, JsonNode value) {
        node.set(name, value);
        return this;
    }

    Body with(String name, Body value) {
        return with(name, value.node());
    }

    Body texts(String name, Iterable<String> values) {
        ArrayNode array = array(values);
        return array.isEmpty() ? this : with(name, array);
    }

    ObjectNode node() {
        return node;
    }

    static ArrayNode array(Iterable<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
