// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;

/**
 * What a status other than 2xx means. The gateway's codes say it better than its status, which the pages do not tell for all of them. Source:
 * experience-cloud.md, section 1.10.
 */
final class Refusals {
    private static final String GATEWAY_CODE = "4[0-9]{5}";
    private static final String BAD_REQUEST = "BadRequestError";

    private static final Map<String, String> NEXT_STEPS = Map.of(
            "403010", "the call bore no token; a proxy in between may have taken it away",
            "401013", "the token is refused; check that client id, secret and scopes are Platform's",
            "403000", "the call named no API key; check the client id of the sign-in",
            "403003", "the API key is unknown; check the client id of the sign-in",
            "403025",
                    "the credential has no profile in this organisation; check the organisation and its product profiles",
            "400003", "a header is missing; check organisation and sandbox");

    private Refusals() {}

    static BridgeError of(HttpAnswer answer, JsonNode body) {
        SystemWords words = SystemWords.of(body);
        return of(answer, words, words.text());
    }

    /** For a call that bore secrets: what the system says may repeat them, so that only its codes are told. */
    static BridgeError unquoted(HttpAnswer answer, JsonNode body) {
        return of(answer, SystemWords.of(body), "its words are not repeated, since they may hold what was sent");
    }

    private static BridgeError of(HttpAnswer answer, SystemWords words, String said) {
        Vector<String> codes = words.codes();
        Option<String> gateway = codes.find(code -> code.matches(GATEWAY_CODE));
        Vector<String> details = Vector.of(said)
                .filter(text -> !text.isEmpty())
                .appendAll(codes.headOption().map(code -> "code " + code))
                .appendAll(gateway.flatMap(code -> Option.of(NEXT_STEPS.get(code))));
        BridgeError plain = answer.error(details.mkString("; "));
        Incident incident =
                Incident.builder().from(plain.incident()).addAllCodes(codes).build();
        return typed(meaning(answer.status(), gateway, words), plain, incident);
    }

    /** Only what is said to be the caller's fault is read from the code; pauses and outages are the status's. */
    private static int meaning(int status, Option<String> gateway, SystemWords words) {
        boolean isRefusal = status / 100 == 4 && status != 408 && status != 412 && status != 429;
        return isRefusal
                ? gateway.map(code -> Integer.parseInt(code.substring(0, 3)))
                        .getOrElse(status == 400 && !words.titled(BAD_REQUEST) ? 422 : status)
                : status;
    }

    private static BridgeError typed(int meaning, BridgeError plain, Incident incident) {
        return switch (meaning) {
            case 401, 403 -> new BridgeError.AccessDenied(plain.message(), incident);
            case 404 -> new BridgeError.NotFound(plain.message(), incident);
            case 409, 412 -> new BridgeError.Conflict(plain.message(), incident);
            case 400 ->
                new BridgeError.InvalidRequest(
                        Vector.of(new Violation("experiencePlatform", plain.message())), incident);
            default ->
                plain instanceof BridgeError.RejectedBySystem
                        ? new BridgeError.RejectedBySystem(plain.message(), incident)
                        : plain;
        };
    }
}
