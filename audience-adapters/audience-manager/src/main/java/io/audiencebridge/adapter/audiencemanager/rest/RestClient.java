// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.adapter.http.SignedInTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

    private final SignedInTransport transport;
    private final URI base;
    private final ClientIdentity identity;
    private final AtomicBoolean introduced = new AtomicBoolean();

    /**
     * A client.
     *
     * @param transport carries the calls; the owner closes it
     * @param uri the API's address without its version, such as {@code https://aam.adobe.io}
     * @param tokens signs the calls; the owner closes it
     */
    public RestClient(HttpTransport transport, URI uri, TokenSource tokens) {
        this.transport = SignedInTransport.over(transport, tokens);
        this.base = URI.create(uri.toString().replaceAll("/+$", "") + "/" + VERSION);
        this.identity = tokens.identity();
    }

    Either<BridgeError, JsonNode> read(String path, Map<String, String> query, Call call) {
        return send(HttpCall.get(address(path, query)), call);
    }

    /** What {@code path} shows; none when there is no such thing or it cannot be seen. */
    Either<BridgeError, Option<JsonNode>> find(String path, Map<String, String> query, Call call) {
        return read(path, query, call)
                .fold(
                        error -> error instanceof BridgeError.NotFound
                                ? Either.right(Option.none())
                                : Either.left(error),
                        found -> Either.right(Option.some(found)));
    }

    Either<BridgeError, JsonNode> create(String path, ObjectNode body, Call call) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return send(HttpCall.post(URI.create(base + path), HttpBody.bytes(JSON, bytes)), call);
    }

    private URI address(String path, Map<String, String> query) {
        return URI.create(base + path + QueryText.of(query));
    }

    private Either<BridgeError, JsonNode> send(HttpCall.Builder request, Call call) {
        return transport.send(addressed(request), call).flatMap(answer -> {
            if (answer.status() == FORBIDDEN) {
                introduce(call);
            }
            return RestAnswers.json(answer, call);
        });
    }

    /** Makes the technical account known once, so that an administrator can find it and put it into a group; what comes of it is not our caller's business. */
    private void introduce(Call call) {
        if (introduced.compareAndSet(false, true)) {
            transport.send(addressed(HttpCall.get(URI.create(base + "users/self"))), call);
        }
    }

    /** Without the escaping header, the API answers rules with HTML entities. */
    private HttpCall addressed(HttpCall.Builder request) {
        return request.putHeaders("Accept", JSON)
                .putHeaders("AAM-Disable-Escaping-HTML", "true")
                .putHeaders("x-api-key", identity.clientId())
                .putHeaders("x-gw-ims-org-id", identity.organisation().value())
                .build();
    }
}
