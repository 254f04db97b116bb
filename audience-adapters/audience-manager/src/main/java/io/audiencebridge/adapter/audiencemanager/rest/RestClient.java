// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.adapter.http.SignedInTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls of Audience Manager's REST API: signed in, answers read as JSON, errors with the system's own words.
 *
 * <p>A call that is refused with 401 is made once more with a new token. Blocks; safe for use by several threads. Source: Audience Manager, "Getting
 * started with REST APIs".
 */
public final class RestClient {
    private static final String VERSION = "v1/";
    private static final String JSON = "application/json";
    private static final int FORBIDDEN = 403;

    /** What of a path is no id and no name, for the names of operations. */
    private static final Set<String> WORDS = Set.of(
            "available-id-types",
            "bulk-delete",
            "bulk-merge-rule-replace",
            "configurations",
            "datasources",
            "dcs-regions",
            "derived",
            "destinations",
            "estimate-size",
            "folders",
            "limits",
            "mappings",
            "segments",
            "self",
            "signals",
            "traits",
            "users",
            "validate");

    private final HttpTransport plain;
    private final SignedInTransport transport;
    private final URI base;
    private final Caller caller;
    private final AtomicBoolean introduced = new AtomicBoolean();

    /**
     * A client.
     *
     * @param transport carries the calls; the owner closes it
     * @param uri the API's address without its version, such as {@code https://aam.adobe.io}
     * @param caller signs the calls; the owner closes its tokens
     */
    public RestClient(HttpTransport transport, URI uri, Caller caller) {
        this.plain = transport;
        this.transport = SignedInTransport.over(transport, caller.tokens());
        this.base = URI.create(uri.toString().replaceAll("/+$", "") + "/" + VERSION);
        this.caller = caller;
    }

    /** What time it is at Audience Manager, as its last answer said; empty before the first. */
    public Optional<Instant> systemTime() {
        return plain.systemTime();
    }

    Either<BridgeError, JsonNode> read(String path, Parameters query, Call call) {
        return send(HttpCall.get(address(path, query)), call).flatMap(answer -> RestAnswers.json(answer, call));
    }

    /** What {@code path} shows; none when there is no such thing or it cannot be seen. */
    Either<BridgeError, Option<JsonNode>> find(String path, Parameters query, Call call) {
        return orNone(read(path, query, call));
    }

    /** Sends something new; a lost answer leaves open whether it arrived. */
    Either<BridgeError, JsonNode> create(String path, JsonNode body, Call call) {
        return send(HttpCall.post(at(path), json(body)), call).flatMap(answer -> RestAnswers.json(answer, call));
    }

    /** Sends what does no more when it is sent twice. None: an answer without a body. */
    Either<BridgeError, Option<JsonNode>> ask(String path, JsonNode body, Call call) {
        return send(HttpCall.post(at(path), json(body)).idempotent(true), call)
                .flatMap(answer -> RestAnswers.perhaps(answer, call));
    }

    /** Replaces a whole object. None: an answer without a body. */
    Either<BridgeError, Option<JsonNode>> replace(String path, JsonNode body, Call call) {
        return send(HttpCall.to("PUT", at(path)).body(json(body)), call)
                .flatMap(answer -> RestAnswers.perhaps(answer, call));
    }

    /** Deletes; right: whether it was there. */
    Either<BridgeError, Boolean> delete(String path, Call call) {
        Either<BridgeError, Option<JsonNode>> gone =
                send(HttpCall.to("DELETE", at(path)), call).flatMap(answer -> RestAnswers.perhaps(answer, call));
        return gone.isLeft() && isMissing(gone.getLeft()) ? Either.right(false) : gone.map(any -> true);
    }

    private static Either<BridgeError, Option<JsonNode>> orNone(Either<BridgeError, JsonNode> found) {
        return found.fold(
                error -> isMissing(error) ? Either.right(Option.none()) : Either.left(error),
                node -> Either.right(Option.some(node)));
    }

    /** Whether Audience Manager says that there is no such thing; a sign-in that is not found says nothing about things. */
    static boolean isMissing(BridgeError error) {
        return error instanceof BridgeError.NotFound
                && error.incident()
                        .system()
                        .filter(SystemId.AUDIENCE_MANAGER::equals)
                        .isPresent();
    }

    private static HttpBody json(JsonNode body) {
        return HttpBody.bytes(JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private URI address(String path, Parameters query) {
        return at(path + query.text());
    }

    private Either<BridgeError, HttpAnswer> send(HttpCall.Builder request, Call call) {
        return transport.send(addressed(request), call).peek(answer -> {
            if (answer.status() == FORBIDDEN) {
                introduce(call);
            }
        });
    }

    /** Makes the technical account known once, so that an administrator can find it and put it into a group; what comes of it is not our caller's business. */
    private void introduce(Call call) {
        if (introduced.compareAndSet(false, true)) {
            transport.send(addressed(HttpCall.get(at("users/self"))), call);
        }
    }

    /** Without the escaping header, the API answers rules with HTML entities. */
    private HttpCall addressed(HttpCall.Builder request) {
        HttpCall given = request.putHeaders("Accept", JSON)
                .putHeaders("AAM-Disable-Escaping-HTML", "true")
                .putAllHeaders(caller.headers())
                .build();
        String path = given.uri().getRawPath().substring(base.getRawPath().length());
        return HttpCall.to(given.method(), given.uri())
                .from(given)
                .operation(HttpCall.operation(given.method(), path, WORDS))
                .build();
    }
}
