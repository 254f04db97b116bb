// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The Customer Data API: profiles are changed by server-side calls and looked at. Guarded by the company's lock. Source:
 * audience-manager.md, section 6.10.
 *
 * <p>UNVERIFIED: that nothing of a request is done if one of its operations is malformed.
 */
final class CustomerData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final int LONGEST_BODY = 100 << 10;
    private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9.,+\\-$_*!()]+");

    private final Collector collector;
    private final ImsClient client;
    private final AccessTokens tokens;

    CustomerData(Collector collector, ImsClient client, AccessTokens tokens) {
        this.collector = collector;
        this.client = client;
        this.tokens = tokens;
    }

    void answer(HttpCall call, Route route, byte[] body) throws IOException {
        if (!isAllowed(call)) {
            write(call, 401, result("UNAUTHORIZED", "", List.of()));
            return;
        }
        String[] path = route.path().split("/", -1);
        String text = new String(body, StandardCharsets.UTF_8);
        String kind = path.length > 2 ? path[1] : "";
        if (kind.equals("stream") && path.length == 3 && call.method().equals("POST")) {
            stream(call, path[2], text);
        } else if (kind.equals("event") && path.length == 4 && path[2].equals("s2s")) {
            event(call, route, path[3], text);
        } else if (kind.equals("profile") && path.length == 4 && call.method().equals("GET")) {
            profile(call, route);
        } else {
            call.answer(404, JSON_TYPE, "{\"message\":\"Not found\"}");
        }
    }

    private boolean isAllowed(HttpCall call) {
        return tokens.bearer(call.header("Authorization")).isPresent()
                && client.clientId().equals(call.header("x-api-key"))
                && client.orgId().equals(call.header("x-gw-ims-org-id"));
    }

    private void stream(HttpCall call, String stream, String text) throws IOException {
        if (text.length() > LONGEST_BODY || !isStream(stream)) {
            write(call, 400, result(collector.conduct().badRequest(), "", List.of()));
            return;
        }
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            write(call, 400, result(collector.conduct().badRequest(), "", List.of()));
            return;
        }
        List<Operation> operations = new ArrayList<>();
        body.path("ops").forEach(op -> operations.add(Operation.read(collector, op)));
        finish(call, body.path("tracing_id").asText(""), operations);
    }

    private static boolean isStream(String text) {
        return STREAM.matcher(text.replace("%2C", ",").replace("%2c", ",")).matches();
    }

    private void event(HttpCall call, Route route, String stream, String text) throws IOException {
        // The body is what it is, whatever the header says: clients announce JSON and send a form.
        Parameters parameters = new Parameters().form(route.query()).form(text);
        boolean own = parameters.first("d_orgid").filter(client.orgId()::equals).isPresent();
        if (!isStream(stream) || !own || !parameters.isSound()) {
            int status =
                    isStream(stream) && parameters.first("d_orgid").isPresent() && parameters.isSound() ? 401 : 400;
            String name = status == 401 ? "UNAUTHORIZED" : collector.conduct().badRequest();
            write(call, status, result(name, "", List.of()));
            return;
        }
        finish(call, "", List.of(Operation.read(collector, parameters)));
    }

    private void finish(HttpCall call, String tracing, List<Operation> operations) throws IOException {
        boolean sound = !operations.isEmpty() && operations.stream().allMatch(Operation::isSound);
        if (sound) {
            operations.forEach(Operation::run);
        }
        String status = sound ? "SUCCESS" : collector.conduct().badRequest();
        write(call, sound ? 200 : 400, result(status, tracing, operations));
    }

    private static ObjectNode result(String status, String tracing, List<Operation> operations) {
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("transactionId", UUID.randomUUID().toString().replace("-", ""));
        if (!tracing.isEmpty()) {
            result.put("tracingId", tracing);
        }
        ArrayNode errors = result.put("status", status).putArray("errors");
        for (int i = 0; i < operations.size(); i++) {
            List<DcsError> found = operations.get(i).errors();
            if (!found.isEmpty()) {
                ArrayNode details =
                        errors.addObject().put("operationIndex", i + 1).putArray("details");
                found.forEach(error ->
                        details.addObject().put("errorCode", error.code()).put("message", error.message()));
            }
        }
        return result;
    }

    private void profile(HttpCall call, Route route) throws IOException {
        String[] path =
                new Parameters().path("p=" + route.path()).first("p").orElse("").split("/", 4);
        Parameters query = new Parameters().form(route.query());
        Optional<ObjectNode> view = path.length == 4 && path[2].matches("\\d{1,18}")
                ? new ProfileView(collector).of(Long.parseLong(path[2]), path[3], query.numbers("filter[regionId]"))
                : Optional.empty();
        if (view.isEmpty()) {
            call.answer(404, JSON_TYPE, "{\"message\":\"Some resource could not be found\"}");
        } else {
            write(call, 200, view.get());
        }
    }

    private static void write(HttpCall call, int status, ObjectNode body) throws IOException {
        call.answer(status, JSON_TYPE, JSON.writeValueAsBytes(body));
    }
}
