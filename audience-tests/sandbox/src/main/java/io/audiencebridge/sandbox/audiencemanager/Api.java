// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST API under {@code /v1} and {@code /api/v1}. Thread-safe: one request at a time looks at the company. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json;charset=UTF-8";

    private final Company company;
    private final Access access;
    private final Map<String, Resource> resources;
    private final Map<String, Resource> folders;

    Api(Company company, Access access, InboundHistory inbound, OutboundHistory outbound) {
        this.company = company;
        this.access = access;
        resources = Map.of(
                "datasources", new DataSourceResource(company, inbound),
                "traits", new TraitResource(company),
                "segments", new SegmentResource(company),
                "destinations", new DestinationResource(company, outbound));
        folders = Map.of(
                "traits", new FolderResource(company, company.traitFolders(), company.traits()),
                "segments", new FolderResource(company, company.segmentFolders(), company.segments()));
    }

    void answer(HttpCall call) throws IOException {
        Optional<Answer> refusal = access.refusal(call);
        Answer answer = refusal.isPresent() ? refusal.get() : answered(ApiRequest.read(call));
        if (answer.body() == null) {
            call.answer(answer.status(), JSON_TYPE, "");
        } else {
            boolean plain = "true".equalsIgnoreCase(call.header("AAM-Disable-Escaping-HTML"));
            JsonNode body = plain ? answer.body() : Escaping.escaped(answer.body());
            call.answer(answer.status(), JSON_TYPE, JSON.writeValueAsBytes(body));
        }
    }

    private Answer answered(ApiRequest request) {
        try {
            synchronized (company) {
                return route(request);
            }
        } catch (ApiError e) {
            return new Answer(e.status(), body(e));
        }
    }

    private Answer route(ApiRequest request) {
        List<String> path = request.path();
        if (path.equals(List.of("users", "self"))) {
            return Answer.ok(self());
        }
        if (path.size() > 1 && path.get(0).equals("folders")) {
            return resource(folders, path.get(1)).answer(request, path.subList(2, path.size()));
        }
        if (path.isEmpty()) {
            throw ApiError.unknownPath();
        }
        return resource(resources, path.get(0)).answer(request, path.subList(1, path.size()));
    }

    private static Resource resource(Map<String, Resource> known, String name) {
        Resource resource = known.get(name);
        if (resource == null) {
            throw ApiError.unknownPath();
        }
        return resource;
    }

    private static ObjectNode self() {
        ObjectNode self = JsonNodeFactory.instance.objectNode();
        self.put("pid", Company.PID)
                .put("userId", Company.USER)
                .put("username", "technical-account")
                .put("status", "ACTIVE")
                .put("firstName", "Technical")
                .put("lastName", "Account")
                .put("email", "technical-account@example.com")
                .put("companyName", "Sandbox")
                .putArray("groups");
        return self;
    }

    private static ObjectNode body(ApiError error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", error.getMessage());
        if (!error.reasons().isEmpty()) {
            ArrayNode children = body.putArray("childMessages");
            error.reasons().forEach(children::add);
        }
        return body;
    }
}
