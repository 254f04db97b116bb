// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.InboundHistory;
import io.audiencebridge.sandbox.audiencemanager.files.OutboundHistory;
import io.audiencebridge.sandbox.audiencemanager.rules.RuleError;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST API under {@code /v1} and {@code /api/v1}. Thread-safe: one request at a time looks at the company. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Company company;
    private final Access access;
    private final Map<String, Resource> resources;
    private final Map<String, Resource> folders;
    private final Map<String, Resource> signals;
    private final LegacyTokenEndpoint legacy;

    Api(Company company, Access access, LegacyTokenEndpoint legacy, InboundHistory inbound, OutboundHistory outbound) {
        this.company = company;
        this.access = access;
        this.legacy = legacy;
        resources = Map.of(
                "datasources", new DataSourceResource(company, inbound),
                "traits", new TraitResource(company),
                "segments", new SegmentResource(company),
                "destinations", new DestinationResource(company, outbound),
                "dcs-regions", new RegionResource(company),
                "customer-trait-types", new TraitTypeResource(company));
        folders = Map.of(
                "traits", new FolderResource(company, company.traitFolders(), company.traits(), "traits"),
                "segments", new FolderResource(company, company.segmentFolders(), company.segments(), "segments"));
        signals = Map.of("derived", new DerivedSignalResource(company));
    }

    void answer(HttpCall call) throws IOException {
        if (call.path().equals(LegacyTokenEndpoint.PATH)) {
            write(call, legacy.answer(call));
            return;
        }
        Optional<Answer> refusal = access.refusal(call);
        write(call, refusal.isPresent() ? refusal.get() : answered(ApiRequest.read(call)));
    }

    private static void write(HttpCall call, Answer answer) throws IOException {
        if (answer.body() == null) {
            call.answer(answer.status(), answer.type(), "");
        } else if (answer.type().equals(Answer.JSON)) {
            boolean plain = "true".equalsIgnoreCase(call.header("AAM-Disable-Escaping-HTML"));
            JsonNode body = plain ? answer.body() : Escaping.escaped(answer.body());
            call.answer(answer.status(), answer.type(), JSON.writeValueAsBytes(body));
        } else {
            call.answer(answer.status(), answer.type(), answer.body().asText());
        }
    }

    private Answer answered(ApiRequest request) {
        try {
            synchronized (company) {
                return route(request);
            }
        } catch (RuleError e) {
            return new Answer(400, body(ApiError.invalid(e.reason())));
        } catch (ApiError e) {
            return new Answer(e.status(), body(e));
        }
    }

    private Answer route(ApiRequest request) {
        List<String> path = request.path();
        if (path.equals(List.of("users", "self"))) {
            return Answer.ok(company.users().self());
        }
        if (company.switches().withoutRights(company.users().exists())) {
            throw ApiError.forbidden("Access is denied");
        }
        if (path.size() > 1 && path.get(0).equals("folders")) {
            return resource(folders, path.get(1)).answer(request, path.subList(2, path.size()));
        }
        if (path.size() > 1 && path.get(0).equals("signals")) {
            return resource(signals, path.get(1)).answer(request, path.subList(2, path.size()));
        }
        if (path.equals(List.of("reports", "traits-trend"))) {
            return TraitsTrend.answer(company, request);
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

    private static ObjectNode body(ApiError error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", error.getMessage());
        if (!error.reasons().isEmpty()) {
            ArrayNode children = body.putArray("childMessages");
            error.reasons().forEach(children::add);
        }
        return body;
    }
}
