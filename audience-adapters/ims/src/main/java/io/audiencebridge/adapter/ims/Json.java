// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import java.io.IOException;

/** Bodies of the identity service. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The body, or a missing node where it is empty, a page for people, or broken: the status says enough then. */
    static JsonNode lenient(HttpAnswer answer) {
        try {
            JsonNode read = MAPPER.readTree(answer.body());
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
