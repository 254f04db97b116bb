// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A status and a JSON body; null for no body. */
public record Reply(int status, @Nullable JsonNode body) {
    /** 200. */
    public static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    /** 201. */
    public static Reply created(JsonNode body) {
        return new Reply(201, body);
    }

    /** 204. */
    public static Reply gone() {
        return new Reply(204, null);
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
