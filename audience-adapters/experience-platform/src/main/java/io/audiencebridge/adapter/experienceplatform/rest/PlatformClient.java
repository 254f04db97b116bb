// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.adapter.http.SignedInTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls of Platform's API: signed in, in one sandbox, answers read as JSON, errors with the system's own words.
 *
 * <p>The sign-in is asked for with the first call, so that whoever only reads files needs none. A call that is refused with 401 is made once more with a new
 * token. Blocks; safe for use by several threads. Source: Experience Platform, "Getting started with Experience Platform APIs".
 */
public final class PlatformClient {
    private static final String JSON = "application/json";

    private final HttpTransport transport;
    /** What of a path is no id and no name, for the names of operations. */
    private static final Set<String> WORDS = Set.of(
            "activation",
            "adhocrun",
            "ais",
            "audiences",
            "bulk-get",
            "config",
            "connectionSpecs",
            "connections",
            "connectors",
            "core",
            "credentials",
            "data",
            "definitions",
            "disflowprovider",
            "entities",
            "estimate",
            "export",
            "external-audience",
            "flows",
            "flowservice",
            "foundation",
            "identities",
            "idnamespace",
            "jobs",
            "landingzone",
            "namespaces",
            "preview",
            "runs",
            "schedules",
            "search",
            "segment",
            "sourceConnections",
            "targetConnections",
            "ups");

    private final String base;
    private final Supplier<Either<BridgeError, TokenSource>> tokens;
    private final Sandbox sandbox;

    /**
     * A client.
     *
     * @param transport carries the calls; the owner closes it
     * @param uri the API's address, such as {@code https://platform.adobe.io}
     * @param tokens the sign-in; the owner closes it
     * @param sandbox where all calls go
     */
    public PlatformClient(
            HttpTransport transport, URI uri, Supplier<Either<BridgeError, TokenSource>> tokens, Sandbox sandbox) {
        this.transport = transport;
        this.base = uri.toString().replaceAll("/+$", "");
        this.tokens = tokens;
        this.sandbox = sandbox;
    }

    Either<BridgeError, JsonNode> read(String path, Parameters query, Call call) {
        return read(path, query, Map.of(), call);
    }

    Either<BridgeError, JsonNode> read(String path, Parameters query, Map<String, String> headers, Call call) {
        return send(HttpCall.get(at(path + query.text())).putAllHeaders(headers), call)
                .flatMap(answer -> PlatformAnswers.json(answer, call));
    }

    /** What {@code path} shows; none when there is no such thing or it cannot be seen. */
    Either<BridgeError, Option<JsonNode>> find(String path, Call call) {
        return read(path, Parameters.NONE, call)
                .fold(
                        error -> error instanceof BridgeError.NotFound
                                ? Either.right(Option.none())
                                : Either.left(error),
                        node -> Either.right(Option.some(node)));
    }

    /** Sends something new; a lost answer leaves open whether it arrived. */
    Either<BridgeError, JsonNode> create(String path, JsonNode body, Call call) {
        return post(path, body, Map.of(), call).flatMap(answer -> PlatformAnswers.json(answer, call));
    }

    /** As {@link #create}, of a body with secrets: an error does not repeat what the system says. */
    Either<BridgeError, JsonNode> createSecretly(String path, JsonNode body, Call call) {
        return post(path, body, Map.of(), call).flatMap(answer -> PlatformAnswers.unquoted(answer, call));
    }

    /** As {@link #create}, whatever the status. */
    Either<BridgeError, HttpAnswer> post(String path, JsonNode body, Map<String, String> headers, Call call) {
        return send(HttpCall.post(at(path), json(body)).putAllHeaders(headers), call);
    }

    /** Sends what does no more when it is sent twice. None: an answer without a body. */
    Either<BridgeError, Option<JsonNode>> ask(String path, JsonNode body, Call call) {
        return send(HttpCall.post(at(path), json(body)).idempotent(true), call)
                .flatMap(answer -> PlatformAnswers.perhaps(answer, call));
    }

    /** Changes something, by JSON Patch or members. None: an answer without a body. */
    Either<BridgeError, Option<JsonNode>> patch(String path, JsonNode body, Map<String, String> headers, Call call) {
        return send(HttpCall.to("PATCH", at(path)).body(json(body)).putAllHeaders(headers), call)
                .flatMap(answer -> PlatformAnswers.perhaps(answer, call));
    }

    /** Deletes; none when it was not there, else what the answer says, where it says something. */
    Either<BridgeError, Option<Option<JsonNode>>> delete(String path, Call call) {
        Either<BridgeError, Option<JsonNode>> gone =
                send(HttpCall.to("DELETE", at(path)), call).flatMap(answer -> PlatformAnswers.perhaps(answer, call));
        return gone.isLeft() && gone.getLeft() instanceof BridgeError.NotFound
                ? Either.right(Option.none())
                : gone.map(Option::some);
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private static HttpBody json(JsonNode body) {
        return HttpBody.bytes(JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Either<BridgeError, HttpAnswer> send(HttpCall.Builder request, Call call) {
        return tokens.get()
                .flatMap(source -> SignedInTransport.over(transport, source).send(addressed(request, source), call));
    }

    private HttpCall addressed(HttpCall.Builder request, TokenSource source) {
        HttpCall given = request.build();
        return HttpCall.to(given.method(), given.uri())
                .idempotent(given.idempotent())
                .operation(HttpCall.operation(
                        given.method(), URI.create(base).relativize(given.uri()).getRawPath(), WORDS))
                .body(given.body())
                .putHeaders("Accept", JSON)
                .putHeaders("x-api-key", source.identity().clientId())
                .putHeaders("x-gw-ims-org-id", source.identity().organisation().value())
                .putAllHeaders(sandbox.headers())
                .putAllHeaders(given.headers())
                .build();
    }
}
