// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.vavr.control.Option;
import java.io.IOException;

/** Bodies of the identity service, and other JSON that somebody else wrote. */
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

    /** The object that {@code text} is; none for anything else. */
    static Option<JsonNode> object(String text) {
        try {
            JsonNode read = MAPPER.readTree(text);
            return read != null && read.isObject() ? Option.some(read) : Option.none();
        } catch (IOException unreadable) {
            return Option.none();
        }
    }
}
