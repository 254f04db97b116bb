// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.SandboxClock;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Handler;

/**
 * Emulates the identity service's machine part: token (v3, v2), validation, invalidation and revocation; the exchange of old JWT credentials is refused.
 *
 * <p>Parameters may come in the body, the query or both, URL-encoded or as multipart. Source: experience-cloud.md,
 * section 1.
 */
public final class ImsEmulator implements Emulator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json;charset=UTF-8";

    private static final String RETRY_AFTER = "5";

    private final AccessTokens tokens;
    private final ImsSecrets secrets;
    private final ImsConduct conduct;
    private final ImsClient client;
    private final TokenEndpoint endpoint;

    /** An emulator that knows one credential. */
    public ImsEmulator(ImsClient client, AccessTokens tokens, SandboxClock clock) {
        this.client = client;
        this.tokens = tokens;
        this.secrets = new ImsSecrets(client.clientSecret());
        this.conduct = new ImsConduct(tokens);
        TokenPace pace = new TokenPace(clock, () -> conduct.tokensPerMinute().value());
        this.endpoint = new TokenEndpoint(client, secrets, tokens, conduct, pace);
    }

    /** What a test can do here, past the wire. */
    public SandboxIms data() {
        return new SandboxIms(secrets, tokens, conduct);
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
        return Map.of("livingTokens", tokens.living(), "livingSecrets", secrets.count());
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = conduct.settings().state();
        settings.replaceAll((name, value) -> value instanceof Number ? value : value.toString());
        return settings;
    }

    @Override
    public void set(JsonNode settings) {
        conduct.settings().apply(settings);
    }

    @Override
    public void reset() {
        tokens.clear();
        secrets.reset();
        conduct.settings().reset();
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
            if (e.status() == 429) {
                call.with("Retry-After", RETRY_AFTER);
            }
            json(call, e.status(), Map.of("error", e.error(), "error_description", String.valueOf(e.getMessage())));
        }
    }

    private void route(HttpCall call) throws IOException {
        switch (call.path()) {
            case "/ims/token/v3", "/ims/token/v2" -> token(call);
            case "/ims/validate_token/v1" -> json(call, 200, validity(call));
            case "/ims/invalidate_token/v1", "/ims/invalidate_token/v2" -> invalidate(call);
            case "/ims/revoke" -> revoke(call);
            case "/ims/exchange/jwt", "/ims/exchange/v1/jwt" -> throw ImsError.ended();
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
        if (!form.value("client_id").orElse(client.clientId()).equals(client.clientId())) {
            return Map.of("valid", false, "reason", "bad_client_id");
        }
        if (!form.value("type").orElse("").equals("access_token")) {
            return Map.of("valid", false, "reason", "bad_token_type");
        }
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

    /** A confidential client shows its secret, a public one names itself only. What is unknown is taken as well, as RFC 7009 wants it. */
    private void revoke(HttpCall call) throws IOException {
        HttpForm form = form(call);
        Optional<String[]> basic = basic(call);
        if (basic.isPresent()) {
            endpoint.checkClient(basic.get()[0], basic.get()[1]);
        } else if (!form.value("client_id").orElse("").equals(client.clientId())) {
            throw ImsError.unknownClient();
        }
        tokens.invalidate(form.value("token").orElseThrow(() -> ImsError.missing("token")));
        call.answer(200, JSON_TYPE, "");
    }

    private static Optional<String[]> basic(HttpCall call) {
        String header = Optional.ofNullable(call.header("Authorization")).orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            throw ImsError.unreadable();
        }
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
