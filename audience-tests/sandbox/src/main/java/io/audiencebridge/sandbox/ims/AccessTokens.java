// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The living access tokens, for every emulator that takes a bearer. They end on the virtual clock. Thread-safe. */
public final class AccessTokens {
    private static final String BEARER = "Bearer ";
    private static final String HEADER = encode("{\"alg\":\"RS256\",\"x5u\":\"ims-na1-key-1.cer\"}");

    private final SandboxClock clock;
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** No token yet. */
    public AccessTokens(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * The living token that an {@code Authorization} header carries; empty if the header is missing, is no bearer, or
     * its token is unknown, invalidated or expired.
     */
    public Optional<AccessToken> bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? find(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** A living token by its text. */
    public Optional<AccessToken> find(String text) {
        return Optional.ofNullable(tokens.get(text)).filter(token -> !token.expiredAt(clock.instant()));
    }

    /** Whether such a token was ever handed out, and not invalidated since: it may have expired. */
    public boolean known(String text) {
        return tokens.containsKey(text);
    }

    /** A new token, got with {@code secret}; inside it the service's own clock shows, which may differ by {@code skew}. */
    AccessToken issue(String clientId, String secret, String scope, Duration skew) {
        Instant now = clock.instant();
        String id = now.toEpochMilli() + "_" + UUID.randomUUID() + "_ue1";
        String text = HEADER + "."
                + encode(payload(id, clientId, scope, now.plus(skew)).toString()) + "."
                + encode(UUID.randomUUID().toString());
        AccessToken token = new AccessToken(text, clientId, scope, now);
        secrets.put(text, secret);
        tokens.put(text, token);
        return token;
    }

    void endMadeWith(String secret) {
        secrets.forEach((text, used) -> {
            if (used.equals(secret)) {
                tokens.remove(text);
            }
        });
    }

    void invalidate(String text) {
        tokens.remove(text);
    }

    /** Ends every token that was handed out so far. */
    public void clear() {
        tokens.clear();
        secrets.clear();
    }

    int living() {
        Instant now = clock.instant();
        return (int)
                tokens.values().stream().filter(token -> !token.expiredAt(now)).count();
    }

    /** Members of the payload are strings, numbers among them, and times are milliseconds: as the real service does. */
    private static ObjectNode payload(String id, String clientId, String scope, Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "access_token")
                .put("client_id", clientId)
                .put("user_id", clientId + "@techacct.adobe.com")
                .put("as", "ims-na1")
                .put("created_at", Long.toString(now.toEpochMilli()))
                .put("expires_in", Long.toString(AccessToken.LIFETIME.toMillis()))
                .put("scope", scope);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
