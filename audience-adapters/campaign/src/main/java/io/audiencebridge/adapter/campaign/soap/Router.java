// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** One exchange with the instance's SOAP router: envelope out, answer or fault back. The body is read before the status, since a fault comes with either. */
final class Router {
    /** One endpoint for every service. */
    static final String PATH = "/nl/jsp/soaprouter.jsp";

    private static final String MEDIA_TYPE = "text/xml; charset=UTF-8";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LONGEST_SENTENCE = 2000;
    private final HttpTransport transport;
    private final URI endpoint;

    Router(HttpTransport transport, URI instance) {
        this.transport = transport;
        this.endpoint = URI.create(instance.toString().replaceAll("/+$", "") + PATH);
    }

    /** Right, right: the answer. Right, left: the fault. Left: neither came. */
    <T> Either<BridgeError, Either<Fault, T>> exchange(SoapCall request, Pass pass, Answer<T> answer, Call call) {
        byte[] envelope;
        try {
            envelope = envelope(request, pass);
        } catch (MarkupWriter.Uncarriable uncarriable) {
            return Either.left(
                    BridgeError.InvalidRequest.of(request.toString(), "a value of it " + uncarriable.getMessage()));
        }
        return transport
                .send(http(request, pass, envelope), call)
                .flatMap(response -> read(request, response, answer, call));
    }

    private static byte[] envelope(SoapCall request, Pass pass) {
        return pass instanceof Pass.Session tokens
                ? Envelope.write(
                        request, tokens.session().reveal(), tokens.security().reveal())
                : Envelope.write(request, "", "");
    }

    private HttpCall http(SoapCall request, Pass pass, byte[] envelope) {
        HttpCall.Builder http = HttpCall.post(endpoint, HttpBody.bytes(MEDIA_TYPE, envelope))
                .putHeaders("SOAPAction", '"' + request.action() + '"')
                .idempotent(request.idempotent());
        if (pass instanceof Pass.Session tokens) {
            http.putSecretHeaders("X-Security-Token", tokens.security())
                    .putSecretHeaders(
                            "Cookie",
                            Secret.of("__sessiontoken=" + tokens.session().reveal()));
        } else if (pass instanceof Pass.Bearer bearer) {
            http.putSecretHeaders(
                    "Authorization",
                    Secret.of("Bearer " + bearer.token().value().reveal()));
        }
        return http.build();
    }

    private <T> Either<BridgeError, Either<Fault, T>> read(
            SoapCall request, HttpAnswer response, Answer<T> answer, Call call) {
        byte[] body = response.body();
        if (!looksLikeXml(body)) {
            return sentence(request, response, body, call);
        }
        try {
            Either<Fault, T> outcome = Answer.of(body, answer);
            return outcome.isLeft()
                    ? Either.right(outcome)
                    : response.accepted().map(accepted -> outcome);
        } catch (XMLStreamException broken) {
            return response.accepted().flatMap(accepted -> Either.left(breach(request, call)));
        }
    }

    /** Some refusals come as a plain sentence that begins with a code. Source: Campaign 7.4 answers a wrong password with 403 and such a sentence. */
    private <T> Either<BridgeError, Either<Fault, T>> sentence(
            SoapCall request, HttpAnswer response, byte[] body, Call call) {
        int length = Math.min(body.length, LONGEST_SENTENCE);
        Fault fault = Fault.of(new String(body, 0, length, StandardCharsets.UTF_8));
        if (fault.codes().nonEmpty() && (response.status() == FORBIDDEN || startsWith(fault))) {
            return Either.right(Either.left(fault));
        }
        if (response.status() == UNAUTHORIZED) {
            return Either.right(Either.left(Fault.of(Refusals.TOKEN_OVER)));
        }
        return response.accepted().flatMap(accepted -> Either.left(breach(request, call)));
    }

    private static boolean startsWith(Fault fault) {
        return fault.words().stripLeading().startsWith(fault.codes().get(0));
    }

    private static boolean looksLikeXml(byte[] body) {
        int i = 0;
        boolean marked = body.length > 2 && (body[0] & 0xff) == 0xef;
        for (i = marked ? 3 : 0; i < body.length && body[i] <= ' '; i++) {
            // white space may come before the document
        }
        return i < body.length && body[i] == '<';
    }

    private static BridgeError breach(SoapCall request, Call call) {
        return new BridgeError.ProtocolBreach(
                "Campaign answered " + request
                        + " with something else than the SOAP answer expected; check that the address is that of the instance itself",
                Incident.at(SystemId.CAMPAIGN, call.correlationId()));
    }
}
