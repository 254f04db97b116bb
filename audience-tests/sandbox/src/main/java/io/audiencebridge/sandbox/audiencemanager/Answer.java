// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A status and what the body says.
 *
 * @param status the status
 * @param type the body's media type
 * @param body JSON, or of another type a text; null for an empty body
 */
record Answer(int status, String type, @Nullable JsonNode body) {
    static final String JSON = "application/json;charset=UTF-8";

    Answer(int status, @Nullable JsonNode body) {
        this(status, JSON, body);
    }

    static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    static Answer csv(String text) {
        return new Answer(200, "text/csv;charset=UTF-8", TextNode.valueOf(text));
    }

    static Answer created(JsonNode body) {
        return new Answer(201, body);
    }

    static Answer deleted() {
        return new Answer(204, null);
    }
}
