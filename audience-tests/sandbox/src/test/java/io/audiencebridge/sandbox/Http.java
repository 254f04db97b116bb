// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain client of the sandbox: the JDK's, so that nothing of ours stands between a test and the wire. */
public final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Http() {}

    public static HttpResponse<String> post(URI uri, String contentType, String body) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public static HttpResponse<String> postForm(URI uri, Map<String, String> form) throws IOException {
        return post(uri, "application/x-www-form-urlencoded", encode(form));
    }

    public static HttpResponse<String> get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The form of a good token request. */
    public static Map<String, String> tokenForm(Sandbox sandbox) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", sandbox.clientId());
        form.put("client_secret", sandbox.clientSecret());
        form.put("grant_type", "client_credentials");
        form.put("scope", "openid,AdobeID,read_organizations");
        return form;
    }

    public static URI tokenUri(Sandbox sandbox) {
        return sandbox.ims().resolve("/ims/token/v3");
    }
}
