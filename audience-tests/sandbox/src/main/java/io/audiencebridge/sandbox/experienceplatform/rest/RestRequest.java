// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;

/** A request as the services read it. Immutable. */
public final class RestRequest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpCall call;
    private final List<String> path;
    private final Fields query;
    private final byte[] body;

    private RestRequest(HttpCall call, List<String> path, Fields query, byte[] body) {
        this.call = call;
        this.path = path;
        this.query = query;
        this.body = body;
    }

    /** Reads a call with its body. */
    public static RestRequest read(HttpCall call) throws IOException {
        List<String> path = Arrays.stream(call.path().split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        return new RestRequest(call, path, call.query(), call.body());
    }

    /** The HTTP method. */
    public String method() {
        return call.method();
    }

    /** The decoded parts of the path. */
    public List<String> path() {
        return path;
    }

    /** Method and rest of a path in one text to switch over. */
    public String called(String rest) {
        return method() + " " + rest;
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(call.header(name));
    }

    /** The first value of a parameter that is not empty. */
    public Optional<String> value(String name) {
        return values(name).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** All values of a parameter. */
    public List<String> values(String name) {
        Fields.Field field = query.get(name);
        return field == null ? List.of() : field.getValues();
    }

    /** The query for the address of another page: all parameters but some, with an ampersand behind each. */
    public String queryWithout(String... left) {
        StringBuilder text = new StringBuilder();
        for (Fields.Field field : query) {
            if (!List.of(left).contains(field.getName())) {
                field.getValues()
                        .forEach(value -> text.append(field.getName())
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                                .append('&'));
            }
        }
        return text.toString();
    }

    /** A number among the parameters. */
    public int count(String name, int usual) {
        return value(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(usual);
    }

    /** Whether there is a body. */
    public boolean hasBody() {
        return body.length > 0;
    }

    /** The body as JSON; a missing node where there is none. */
    public JsonNode body() {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            throw Problem.titled(400, "BadRequestError", "The body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Problem.titled(400, "BadRequestError", "The body cannot be read");
        }
    }

    /** The body as an object. */
    public ObjectNode object() {
        if (body() instanceof ObjectNode object) {
            return object;
        }
        throw Problem.titled(400, "BadRequestError", "The body must be a JSON object");
    }
}
