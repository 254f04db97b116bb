// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token endpoint of a receiver that Audience Manager signs in to by OAuth (client credentials), and the check of the tokens that pushes carry. Knows no server, as
 * {@link PushReceiver}; {@link PushTokenEndpoint} mounts it in the server of the JDK. Safe for use by several threads.
 *
 * <p>A client's token is made of its credentials and of nothing else. So every instance of the receiver knows it, before and after a restart, and it holds until the client's secret is
 * replaced: the documented answer has no end for Audience Manager to heed. UNVERIFIED: whether it signs in again when a push is answered with 401.
 *
 * <p>Source: Audience Manager, "OAuth 2.0 integration for real-time outbound transfers".
 */
public final class PushTokens {
    private static final String AUTHORIZATION = "Authorization";
    private static final String PURPOSE = "token of a push receiver";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_BODY_BYTES = 4096;

    private final Vector<Known> clients;

    private PushTokens(Vector<Known> clients) {
        this.clients = clients;
    }

    /** Tokens for the clients of {@code settings}, which are copied. Left: {@code InvalidRequest} if there is no client, or one without an id or an open secret. */
    public static Either<BridgeError, PushTokens> of(PushSettings settings) {
        Vector<Violation> wrong = violations(settings);
        return wrong.isEmpty()
                ? Either.right(new PushTokens(Vector.ofAll(settings.clients()).map(PushTokens::known)))
                : Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
    }

    /** Answers one request for a token: {@code Authorization: Basic}, and {@code grant_type=client_credentials} in the body. */
    public PushTokenAnswer answer(PushRequest request) {
        if (!request.method().equals("POST")) {
            return PushTokenAnswer.refused(405, "invalid_request");
        }
        Option<Known> client = authorization(request, "basic").flatMap(this::client);
        if (client.isEmpty()) {
            return PushTokenAnswer.refused(401, "invalid_client");
        }
        return grant(request)
                .map(grant -> grant.equals("client_credentials")
                        ? new PushTokenAnswer(
                                200,
                                "{\"token_type\":\"Bearer\",\"access_token\":\""
                                        + client.get().token() + "\"}")
                        : PushTokenAnswer.refused(400, "unsupported_grant_type"))
                .getOrElse(() -> PushTokenAnswer.refused(400, "invalid_request"));
    }

    /** Whether a push carries the token of one of the clients. */
    public boolean signedIn(PushRequest push) {
        return authorization(push, "bearer")
                .exists(given -> whose(given, Known::token).isDefined());
    }

    private Option<Known> client(String credentials) {
        return whose(credentials, Known::credentials);
    }

    /** Every client is compared, in a time that does not tell how much of what was given was right. */
    private Option<Known> whose(String given, Function<Known, String> expected) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        Option<Known> found = Option.none();
        for (Known client : clients) {
            if (MessageDigest.isEqual(expected.apply(client).getBytes(StandardCharsets.UTF_8), bytes)) {
                found = Option.some(client);
            }
        }
        return found;
    }

    /** What stands behind the scheme; none where there are two headers, of which nobody could say which one counts. */
    private static Option<String> authorization(PushRequest request, String scheme) {
        List<String> headers = request.headers(AUTHORIZATION);
        if (headers.size() != 1) {
            return Option.none();
        }
        String[] parts = headers.get(0).strip().split(" +", 2);
        return Option.when(
                parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals(scheme), () -> parts[1]);
    }

    private static Option<String> grant(PushRequest request) {
        try {
            byte[] body = request.body().readNBytes(MOST_BODY_BYTES + 1);
            return body.length > MOST_BODY_BYTES
                    ? Option.none()
                    : Vector.of(new String(body, StandardCharsets.UTF_8).strip().split("&", -1))
                            .find(field -> field.startsWith("grant_type="))
                            .map(field -> field.substring("grant_type=".length()));
        } catch (IOException cut) {
            return Option.none();
        }
    }

    private static Vector<Violation> violations(PushSettings settings) {
        if (settings.clients().isEmpty()) {
            return Vector.of(new Violation("clients", "there is none; give the one that Adobe was told to sign in as"));
        }
        return Vector.ofAll(settings.clients()).flatMap(PushTokens::violation);
    }

    private static Option<Violation> violation(PushClient client) {
        if (client.id().isBlank() || client.id().contains(":")) {
            return Option.some(
                    new Violation("clients", "an id is blank or has a colon, with which nobody could sign in"));
        }
        return Option.when(
                client.secret().isClosed() || client.secret().isEmpty(),
                () -> new Violation(
                        "clients",
                        "the secret of '" + client.id()
                                + "' is empty or was closed; build the receiver with an open one, and close it afterwards"));
    }

    private static Known known(PushClient client) {
        byte[] credentials = (client.id() + ":" + client.secret().reveal()).getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(credentials, ALGORITHM));
            byte[] token = mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
            return new Known(
                    Base64.getEncoder().encodeToString(credentials),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /** A client's credentials in Base64, as they travel, and its token. */
    private record Known(String credentials, String token) {
        @Override
        public String toString() {
            return "Known[hidden]";
        }
    }
}
