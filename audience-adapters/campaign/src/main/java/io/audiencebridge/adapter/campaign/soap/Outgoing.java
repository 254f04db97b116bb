// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Makes the requests of a connection: address, headers, sign-in and body, the same way for the SOAP router and for the pages beside it. */
final class Outgoing {
    /** One endpoint for every service. */
    static final String ROUTER = "/nl/jsp/soaprouter.jsp";

    private static final String XML = "text/xml; charset=UTF-8";
    private static final String PRODUCT = "audience-bridge";

    private final String instance;
    private final Manner manner;
    private final Map<String, String> headers;

    Outgoing(URI instance, Manner manner) {
        this(instance.toString().replaceAll("/+$", ""), manner, manner.headers());
    }

    private Outgoing(String instance, Manner manner, Map<String, String> headers) {
        this.instance = instance;
        this.manner = manner;
        this.headers = headers;
    }

    /** Requests with these headers, too; they win over those of the connection. */
    Outgoing with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(more);
        return new Outgoing(instance, manner, all);
    }

    Observers observers() {
        return manner.observers();
    }

    /** A call of a SOAP method. Left: a value that cannot be sent. */
    Either<BridgeError, Sent> soap(SoapCall request, Pass pass, Call call) {
        byte[] envelope;
        try {
            envelope = pass instanceof Pass.Session tokens
                    ? Envelope.write(
                            request,
                            tokens.session().reveal(),
                            tokens.security().reveal())
                    : Envelope.write(request, "", "");
        } catch (MarkupWriter.Uncarriable uncarriable) {
            return Either.left(
                    BridgeError.InvalidRequest.of(request.toString(), "a value of it " + uncarriable.getMessage()));
        }
        HttpCall.Builder http = HttpCall.post(URI.create(instance + ROUTER), HttpBody.bytes(XML, envelope))
                .putHeaders("SOAPAction", '"' + request.action() + '"')
                .operation(request.action())
                .idempotent(request.idempotent());
        return sent(http, request, pass, envelope.length, envelope, call);
    }

    /** A page that is read. */
    Either<BridgeError, Sent> page(SoapCall page, String query, Pass pass, Call call) {
        HttpCall.Builder http =
                HttpCall.get(URI.create(instance + page.method() + query)).operation("GET page");
        return sent(http.idempotent(page.idempotent()), page, pass, 0, new byte[0], call);
    }

    /** A page that takes {@code body}. */
    Either<BridgeError, Sent> page(SoapCall page, HttpBody body, Pass pass, Call call) {
        HttpCall.Builder http =
                HttpCall.post(URI.create(instance + page.method()), body).operation("POST page");
        return sent(http.idempotent(page.idempotent()), page, pass, body.length(), new byte[0], call);
    }

    private Either<BridgeError, Sent> sent(
            HttpCall.Builder http, SoapCall request, Pass pass, long length, byte[] traced, Call call) {
        Seq<Violation> violations = Manner.check(headers);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        identify(http, request, call);
        http.putAllHeaders(headers);
        Seq<Secret> secrets = sign(http, pass);
        return Either.right(new Sent(request, http.build(), length, traced, secrets));
    }

    private void identify(HttpCall.Builder http, SoapCall request, Call call) {
        if (manner.identified()) {
            String version = Outgoing.class.getPackage().getImplementationVersion();
            String product = version == null ? PRODUCT : PRODUCT + " " + version;
            boolean named = !manner.application().isEmpty();
            http.putHeaders("ACC-SDK-Version", product)
                    .putHeaders("ACC-SDK-Auth", manner.signIn())
                    .putHeaders("X-Query-Source", named ? product + "," + manner.application() : product);
            if (named) {
                http.putHeaders("ACC-SDK-Client-App", manner.application());
            }
            if (request.afterNewSignIn()) {
                http.putHeaders("ACC-SDK-Call-RetryCount", "1");
            }
        }
        if (manner.requestIds()) {
            http.putHeaders("x-request-id", call.correlationId());
        }
    }

    /** Secret headers win over all others. Gives the secrets, to be kept out of traces. */
    private static Seq<Secret> sign(HttpCall.Builder http, Pass pass) {
        if (pass instanceof Pass.Session tokens) {
            if (!tokens.security().isEmpty()) {
                http.putSecretHeaders("X-Security-Token", tokens.security());
            }
            if (!tokens.session().isEmpty()) {
                http.putSecretHeaders(
                        "Cookie", Secret.of("__sessiontoken=" + tokens.session().reveal()));
            }
            return Vector.of(tokens.session(), tokens.security());
        }
        if (pass instanceof Pass.Bearer bearer) {
            Secret token = bearer.token().value();
            http.putSecretHeaders("Authorization", Secret.of("Bearer " + token.reveal()));
            return Vector.of(token);
        }
        return Vector.empty();
    }

    /**
     * A request that is ready to go.
     *
     * @param request what it is
     * @param http as it goes to the transport
     * @param length bytes of its body
     * @param body its body, if that is XML
     * @param secrets what signs it
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, read by a trace
    record Sent(SoapCall request, HttpCall http, long length, byte[] body, Seq<Secret> secrets) {}
}
