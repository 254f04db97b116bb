// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import java.util.List;

/** The identity namespaces: the standard ones and the organisation's own {@code crmId}. Source: experience-cloud.md, section 4.8. UNVERIFIED: their numbers and types. */
public final class Namespaces implements Service {
    private static final List<List<String>> ALL = List.of(
            List.of("ECID", "Cookie"),
            List.of("Email", "Email"),
            List.of("Email_LC_SHA256", "Email"),
            List.of("Phone", "Phone"),
            List.of("Phone_SHA256", "Phone"),
            List.of("Phone_E.164", "Phone"),
            List.of("AdCloud", "Cookie"),
            List.of("IDFA", "Device"),
            List.of("GAID", "Device"),
            List.of("WAID", "Device"),
            List.of("TNTID", "Cookie"),
            List.of("AAID", "Cookie"),
            List.of("crmId", "Cross_device"));

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        if (!request.method().equals("GET") || !path.isEmpty()) {
            throw Problem.unknownPath();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (List<String> namespace : ALL) {
            list.addObject()
                    .put("id", list.size() + 1)
                    .put("code", namespace.get(0))
                    .put("name", namespace.get(0))
                    .put("idType", namespace.get(1))
                    .put("custom", namespace.get(0).equals("crmId"))
                    .put("status", "ACTIVE")
                    .put("updateTime", 1_600_000_000_000L)
                    .put("description", namespace.get(0));
        }
        return Reply.ok(list);
    }
}
