// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.HttpCall;
import io.audiencebridge.sandbox.server.SandboxServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

/** The control API: {@code / /reset /seed /clock /state /exchanges /settings /faults}, JSON in and out. */
public final class ControlHandler {
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    private static final String JSON_TYPE = "application/json;charset=UTF-8";

    private final SandboxServer server;
    private final Supplier<Map<String, String>> description;

    private ControlHandler(SandboxServer server, Supplier<Map<String, String>> description) {
        this.server = server;
        this.description = description;
    }

    /** A handler for an unfiltered port; the description is what {@code GET /} answers. */
    public static Handler over(SandboxServer server, Supplier<Map<String, String>> description) {
        return new CallHandler(new ControlHandler(server, description)::answer);
    }

    private void answer(HttpCall call) throws IOException {
        try {
            json(call, 200, route(call));
        } catch (JsonProcessingException e) {
            json(call, 400, Map.of("error", "The body is not the expected JSON: " + e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            json(call, 400, Map.of("error", String.valueOf(e.getMessage())));
        } catch (UnknownRoute e) {
            json(call, 404, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Object route(HttpCall call) throws IOException {
        return switch (call.method() + " " + call.path()) {
            case "GET /" -> description.get();
            case "POST /reset" -> reset();
            case "POST /seed" -> new SeedCommand(server).run(body(call));
            case "GET /clock" -> ClockCommand.now(server.clock());
            case "POST /clock" -> ClockCommand.advance(server.clock(), body(call));
            case "GET /state" -> Views.state(server);
            case "GET /exchanges" -> Views.exchanges(server.log().exchanges(), call.query());
            case "GET /settings" -> Views.settings(server);
            case "POST /settings" -> new SettingsCommand(server).run(body(call));
            case "GET /faults" -> Views.faults(server.plan().standings());
            case "POST /faults" -> setFaults(body(call));
            case "DELETE /faults" -> setFaults(JSON.createArrayNode());
            default -> throw new UnknownRoute(call);
        };
    }

    private Object reset() {
        server.reset();
        return Map.of("reset", true);
    }

    private Object setFaults(JsonNode rules) {
        server.faults(FaultJson.rules(rules));
        return Views.faults(server.plan().standings());
    }

    private static JsonNode body(HttpCall call) throws IOException {
        JsonNode body = JSON.readTree(call.body());
        if (body == null || body.isMissingNode()) {
            throw new IllegalArgumentException(call.method() + " " + call.path() + " needs a JSON body");
        }
        return body;
    }

    private static void json(HttpCall call, int status, Object body) throws IOException {
        // Streamed: the state of a million members must not be held twice.
        try (OutputStream out = call.answerStream(status, JSON_TYPE)) {
            JSON.writeValue(out, body);
        }
    }

    private static final class UnknownRoute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownRoute(HttpCall call) {
            super("No " + call.method() + " " + call.path() + "; there are GET /, POST /reset, POST /seed, GET and POST"
                    + " /clock, GET /state, GET /exchanges, GET and POST /settings, GET, POST and DELETE /faults");
        }
    }
}
