// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.server.HttpCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may call: a living bearer token of either kind, and no foreign key or organisation beside it. The key may be absent, as clients
 * do leave it out. Source: audience-manager.md, sections 2.2 and 2.3.
 *
 * <p>UNVERIFIED: the gateway's own error bodies and its codes.
 */
final class Access {
    private static final String REALM = "Bearer realm=\"oauth\", ";

    private final ImsClient client;
    private final AccessTokens tokens;
    private final LegacyTokens legacy;

    Access(ImsClient client, AccessTokens tokens, LegacyTokens legacy) {
        this.client = client;
        this.tokens = tokens;
        this.legacy = legacy;
    }

    /** The answer that refuses the call; empty when it may go on. */
    Optional<Answer> refusal(HttpCall call) {
        String authorization = call.header("Authorization");
        String token = token(authorization);
        if (tokens.find(token).isEmpty() && !legacy.isLiving(token)) {
            call.with("WWW-Authenticate", REALM + challenge(authorization));
            return Optional.of(refused(401, "401013", "Oauth token is not valid"));
        }
        if (foreign(call.header("x-api-key"), client.clientId())) {
            return Optional.of(refused(403, "403000", "Api Key is invalid"));
        }
        if (foreign(call.header("x-gw-ims-org-id"), client.orgId())) {
            return Optional.of(refused(403, "403026", "The token does not belong to this organisation"));
        }
        return Optional.empty();
    }

    private String challenge(@Nullable String authorization) {
        if (authorization == null) {
            return "error=\"unauthorized\", error_description=\"Full authentication is required to access this"
                    + " resource\"";
        }
        String token = token(authorization);
        String reason =
                tokens.known(token) || legacy.isKnown(token) ? "Access token expired: " : "Invalid access token: ";
        return "error=\"invalid_token\", error_description=\"" + reason + token + "\"";
    }

    /** What follows the word; empty if the header is missing or is no bearer. */
    private static String token(@Nullable String authorization) {
        return authorization != null && authorization.matches("(?i)Bearer\\s+.*")
                ? authorization.replaceFirst("(?i)^Bearer\\s+", "").strip()
                : "";
    }

    private static boolean foreign(@Nullable String value, String own) {
        return value != null && !value.equals(own);
    }

    private static Answer refused(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new Answer(status, body.put("error_code", code).put("message", message));
    }
}
