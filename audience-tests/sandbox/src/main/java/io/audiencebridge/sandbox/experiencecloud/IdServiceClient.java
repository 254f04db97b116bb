// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experiencecloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the library in a browser asks the ID service, third-party cookie included. */
final class IdServiceClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI service;
    private final String orgId;
    private String cookie = "";

    /** What the service said. */
    record Identity(Optional<String> ecid, String region, String blob, Optional<String> optOut) {}

    IdServiceClient(URI service, String orgId) {
        this.service = service;
        this.orgId = orgId;
    }

    void forget() {
        cookie = "";
    }

    Identity identify(Optional<String> ecid, Map<String, String> customerIds) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("d_visid_ver", "5.5.0");
        parameters.put("d_fieldgroup", "MC");
        parameters.put("d_rtbd", "json");
        parameters.put("d_ver", "2");
        parameters.put("d_orgid", orgId);
        parameters.put("d_nsid", "0");
        ecid.ifPresent(id -> parameters.put("d_mid", id));
        StringBuilder query = new StringBuilder(SandboxBrowser.query(parameters));
        customerIds.forEach((code, id) -> query.append("&d_cid_ic=")
                .append(SandboxBrowser.encode(code))
                .append("%01")
                .append(SandboxBrowser.encode(id))
                .append("%011"));
        return identity(get(URI.create(service + "/id?" + query)));
    }

    private JsonNode get(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (!cookie.isEmpty()) {
            connection.setRequestProperty("Cookie", cookie);
        }
        try (InputStream body = connection.getInputStream()) {
            Optional.ofNullable(connection.getHeaderField("Set-Cookie"))
                    .ifPresent(value -> cookie = value.replaceFirst(";.*$", ""));
            return JSON.readTree(body.readAllBytes());
        } finally {
            connection.disconnect();
        }
    }

    private static Identity identity(JsonNode answer) {
        Optional<String> optOut = Optional.of(answer.path("d_optout"))
                .filter(JsonNode::isArray)
                .map(kinds -> kinds.path(0).asText("global"));
        boolean isRefused = answer.path("errors").findValuesAsText("code").contains("171");
        String id = answer.path("d_mid").asText("");
        boolean isNone = id.isEmpty() || id.equals("NOTARGET") || optOut.isPresent() || isRefused;
        return new Identity(
                isNone ? Optional.empty() : Optional.of(id),
                answer.path("dcs_region").asText("0"),
                answer.path("d_blob").asText("0"),
                isRefused ? Optional.of("global") : optOut);
    }
}
