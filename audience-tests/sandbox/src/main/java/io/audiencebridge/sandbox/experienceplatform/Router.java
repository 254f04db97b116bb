// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.experienceplatform.rest.Gateway;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the service for a call that the gateway lets in. Thread-safe: one call at a time looks at the tenant. */
final class Router {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json;charset=UTF-8";

    private final Tenant tenant;
    private final Gateway gateway;
    private final Map<List<String>, Service> services;

    Router(Tenant tenant, Gateway gateway, Map<List<String>, Service> services) {
        this.tenant = tenant;
        this.gateway = gateway;
        this.services = services;
    }

    void answer(HttpCall call) throws IOException {
        RestRequest request = RestRequest.read(call);
        Optional<Reply> refusal = gateway.refusal(request);
        Reply reply = refusal.isPresent() ? refusal.get() : tenant.with(() -> served(request));
        if (reply.body() == null) {
            call.answer(reply.status(), TYPE, "");
        } else {
            call.answer(reply.status(), TYPE, JSON.writeValueAsBytes(reply.body()));
        }
    }

    private Reply served(RestRequest request) {
        List<String> path = request.path();
        try {
            for (Map.Entry<List<String>, Service> entry : services.entrySet()) {
                int size = entry.getKey().size();
                if (path.size() >= size && path.subList(0, size).equals(entry.getKey())) {
                    return entry.getValue().answer(request, path.subList(size, path.size()));
                }
            }
            throw Problem.unknownPath();
        } catch (Problem e) {
            return e.reply();
        }
    }
}
