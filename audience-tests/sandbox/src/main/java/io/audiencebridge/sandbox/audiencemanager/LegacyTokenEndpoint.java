// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.HttpCall;
import io.audiencebridge.sandbox.server.HttpForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * {@code POST /oauth/token}: the old tokens, for a user's password or a token that renews. Source: audience-manager.md,
 * section 2.2 (c).
 *
 * <p>UNVERIFIED: the codes of its errors are the standard's; whether a token that renews does so once.
 */
final class LegacyTokenEndpoint {
    static final String PATH = "/oauth/token";

    private final LegacyAccount account;
    private final LegacyTokens tokens;

    LegacyTokenEndpoint(LegacyAccount account, LegacyTokens tokens) {
        this.account = account;
        this.tokens = tokens;
    }

    Answer answer(HttpCall call) throws IOException {
        if (!call.method().equals("POST")) {
            return refused(405, "method_not_allowed", "Only POST is supported");
        }
        String client = account.clientId() + ":" + account.clientSecret();
        String wanted = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        String authorization = call.header("Authorization");
        if (authorization == null
                || !authorization.replaceFirst("(?i)^Basic\\s+", "").strip().equals(wanted)) {
            call.with("WWW-Authenticate", "Basic realm=\"oauth\"");
            return refused(401, "invalid_client", "Bad client credentials");
        }
        return granted(HttpForm.read(call));
    }

    private Answer granted(HttpForm form) {
        return switch (form.value("grant_type").orElse("")) {
            case "password" -> {
                boolean known = form.value("username").orElse("").equals(account.user())
                        && form.value("password").orElse("").equals(account.password());
                yield known ? pair() : refused(400, "invalid_grant", "Bad credentials");
            }
            case "refresh_token" ->
                tokens.use(form.value("refresh_token").orElse(""))
                        ? pair()
                        : refused(400, "invalid_grant", "Invalid refresh token");
            case "" -> refused(400, "invalid_request", "Missing grant type");
            default -> refused(400, "unsupported_grant_type", "Unsupported grant type");
        };
    }

    private Answer pair() {
        LegacyTokens.Pair pair = tokens.issue();
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("access_token", pair.access())
                .put("token_type", "bearer")
                .put("refresh_token", pair.refresh())
                .put("expires_in", LegacyTokens.LIFETIME.toSeconds())
                .put("scope", "read write"));
    }

    private static Answer refused(int status, String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new Answer(status, body.put("error", error).put("error_description", description));
    }
}
