// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The hub's REST calls. What goes wrong on the way, and what a status means, the transport of Audience Bridge says. */
final class HubClient {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpTransport transport;
    private final URI base;
    private final Secret apiKey;

    HubClient(HttpTransport transport, URI base, Secret apiKey) {
        this.transport = transport;
        this.base = base;
        this.apiKey = apiKey;
    }

    /** The answer to a GET. Left: what its status means, and {@code missing} beside a 404. */
    Either<BridgeError, HttpAnswer> get(String path, String missing, Call call) {
        return send(HttpCall.get(uri(path)), missing, call);
    }

    /** The answer to a POST, which may be sent twice: what the hub makes twice, it makes once or forgets. */
    Either<BridgeError, HttpAnswer> post(String path, String body, String missing, Call call) {
        HttpCall.Builder request = HttpCall.post(uri(path), HttpBody.bytes(TEXT, body.getBytes(StandardCharsets.UTF_8)));
        return send(request.idempotent(true), missing, call);
    }

    /** The answer to a PUT of lines. */
    Either<BridgeError, HttpAnswer> put(String path, byte[] lines, Call call) {
        return send(HttpCall.to("PUT", uri(path)).body(HttpBody.bytes(TEXT, lines)), "", call);
    }

    /** The answer to a DELETE. */
    Either<BridgeError, HttpAnswer> delete(String path, Call call) {
        return send(HttpCall.to("DELETE", uri(path)), "", call);
    }

    /** {@code text} as part of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Either<BridgeError, HttpAnswer> send(HttpCall.Builder request, String missing, Call call) {
        return transport
                .send(request.putSecretHeaders("X-Api-Key", apiKey).build(), call)
                .flatMap(answer -> switch (answer.status()) {
                    case 400 -> Either.left(BridgeError.InvalidRequest.of(
                            "dataSource", "names a field that LoyaltyHub's members do not have"));
                    case 404 -> Either.left(answer.error(missing));
                    default -> answer.accepted();
                });
    }

    private URI uri(String path) {
        return base.resolve(path);
    }
}
