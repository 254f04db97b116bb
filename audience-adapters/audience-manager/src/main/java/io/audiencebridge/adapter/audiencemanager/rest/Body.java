// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;

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

    Body number(String name, OptionalLong value) {
        value.ifPresent(number -> node.put(name, number));
        return this;
    }

    Body flag(String name, Optional<Boolean> value) {
        value.ifPresent(flag -> node.put(name, flag));
        return this;
    }

    Body texts(String name, Iterable<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array.isEmpty() ? this : with(name, array);
    }

    Body numbers(String name, Iterable<Long> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array.isEmpty() ? this : with(name, array);
    }

    ObjectNode node() {
        return node;
    }

    private Body with(String name, ArrayNode array) {
        node.set(name, array);
        return this;
    }
}
