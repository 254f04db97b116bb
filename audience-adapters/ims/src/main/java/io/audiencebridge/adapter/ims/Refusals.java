// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;

/**
 * What a refusal of the token endpoint means, and what to do next. The code alone is quoted, never the description, which may repeat what was sent.
 *
 * <p>UNVERIFIED: the endpoint's codes are not documented; these are the ones of the OAuth standard and of its predecessor.
 */
final class Refusals {
    /** The client is unknown, or the secret is not its own. */
    static final String INVALID_CLIENT = "invalid_client";

    private static final String CONSOLE = " in the Developer Console";

    /** Advised where a request came too slowly for the service. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final SignIn signIn;

    Refusals(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Refusals for good are {@code AccessDenied} whatever their status, except for a wrong address. */
    BridgeError error(HttpAnswer answer, String code) {
        BridgeError plain = answer.error(detail(answer.status(), code));
        if (answer.status() == 408) {
            return new BridgeError.Unavailable(plain.message(), plain.incident(), PAUSE);
        }
        return plain instanceof BridgeError.RejectedBySystem || plain instanceof BridgeError.Conflict
                ? new BridgeError.AccessDenied(plain.message(), plain.incident())
                : plain;
    }

    private String detail(int status, String code) {
        if (status >= 500 || status == 429) {
            return "";
        }
        return status == 404 ? "ims.uri is " + signIn.uri() : quoted(code) + advice(code);
    }

    private static String quoted(String code) {
        return code.matches("[a-z_]{1,40}") ? code + ", " : "";
    }

    private String advice(String code) {
        return switch (code) {
            case INVALID_CLIENT ->
                "compare ims.clientId and ims.clientSecret with the credential's page" + CONSOLE
                        + "; was the secret replaced?";
            case "invalid_scope" ->
                "a scope is not granted; compare ims.scopes " + String.join(",", signIn.scopes())
                        + " with the credential's page" + CONSOLE
                        + ", and add the missing product's API to the project or leave the scope out";
            case "unauthorized_client", "unsupported_grant_type" ->
                "this credential may not sign in so; create one of the kind OAuth Server-to-Server" + CONSOLE;
            case "access_denied" -> "ask the organisation's administrator to give the credential a product profile";
            default -> "compare the settings of ims with the credential's page" + CONSOLE;
        };
    }
}
