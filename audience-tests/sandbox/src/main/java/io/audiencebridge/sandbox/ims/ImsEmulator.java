// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import io.audiencebridge.sandbox.server.HttpCall;
import io.audiencebridge.sandbox.server.HttpForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.server.Handler;

/**
 * Emulates the identity service's machine part: token (v3, v2), validation, invalidation and revocation.
 *
 * <p>Parameters may come in the body, the query or both, URL-encoded or as multipart. Source: experience-cloud.md,
 * section 1.
 */
public final class ImsEmulator implements Emulator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json;charset=UTF-8";

    private final AccessTokens tokens;
    private final TokenEndpoint endpoint;

    /** An emulator that knows one credential. */
    public ImsEmulator(ImsClient client, AccessTokens tokens) {
        this.tokens = tokens;
        this.endpoint = new TokenEndpoint(client, tokens);
    }

    @Override
    public String system() {
        return "ims";
    }

    @Override
    public Handler handler() {
        return new CallHandler(this::answer);
    }

    @Override
    public void clockMoved(Instant now) {
        // Tokens look at the clock when they are used.
    }

    @Override
    public Map<String, Object> state() {
        return Map.of("livingTokens", tokens.living());
    }

    @Override
    public void reset() {
        tokens.clear();
    }

    private void answer(HttpCall call) throws IOException {
        call.with("x-debug-id", UUID.randomUUID().toString());
        if (!call.method().equals("POST")) {
            json(call, 405, Map.of("error", "method_not_allowed"));
            return;
        }
        try {
            route(call);
        } catch (ImsError e) {
            json(call, e.status(), Map.of("error", e.error(), "error_description", String.valueOf(e.getMessage())));
        }
    }

    private void route(HttpCall call) throws IOException {
        switch (call.path()) {
            case "/ims/token/v3", "/ims/token/v2" -> token(call);
            case "/ims/validate_token/v1" -> json(call, 200, validity(call));
            case "/ims/invalidate_token/v1", "/ims/invalidate_token/v2" -> invalidate(call);
            case "/ims/revoke" -> revoke(call);
            default -> json(call, 404, Map.of("error", "not_found"));
        }
    }

    private void token(HttpCall call) throws IOException {
        AccessToken token = endpoint.grant(form(call));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.text());
        answer.put("token_type", "bearer");
        answer.put("expires_in", AccessToken.LIFETIME.toSeconds() - 1);
        json(call, 200, answer);
    }

    private Map<String, Object> validity(HttpCall call) throws IOException {
        HttpForm form = form(call);
        String text = form.value("token").orElseGet(() -> bearer(call));
        if (tokens.find(text).isPresent()) {
            return Map.of("valid", true, "token", payload(text));
        }
        return Map.of("valid", false, "reason", tokens.known(text) ? "expired" : "bad_signature");
    }

    private void invalidate(HttpCall call) throws IOException {
        HttpForm form = form(call);
        endpoint.checkClient(form);
        tokens.invalidate(form.value("token").orElseThrow(() -> ImsError.missing("token")));
        json(call, 200, Map.of());
    }

    private void revoke(HttpCall call) throws IOException {
        tokens.invalidate(form(call).value("token").orElseThrow(() -> ImsError.missing("token")));
        call.answer(200, JSON_TYPE, "");
    }

    private static String bearer(HttpCall call) {
        String header = call.header("Authorization");
        return header == null ? "" : header.replaceFirst("(?i)^Bearer\\s+", "");
    }

    private static Object payload(String token) throws IOException {
        String part = token.split("\\.", -1)[1];
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static HttpForm form(HttpCall call) throws IOException {
        try {
            return HttpForm.read(call);
        } catch (IllegalArgumentException e) {
            throw ImsError.unreadable();
        }
    }

    private static void json(HttpCall call, int status, Map<String, Object> body) throws IOException {
        call.answer(status, JSON_TYPE, JSON.writeValueAsBytes(body));
    }
}
