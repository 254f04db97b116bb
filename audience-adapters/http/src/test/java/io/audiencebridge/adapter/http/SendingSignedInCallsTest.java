// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingSignedInCallsTest {
    private final Bench bench;
    private final HttpTransport transport;
    private final NumberedTokens tokens = new NumberedTokens();
    private final SignedInTransport signedIn;

    SendingSignedInCallsTest() throws Exception {
        bench = new Bench();
        transport = bench.transport(HttpSettings.standard());
        signedIn = SignedInTransport.over(transport, tokens);
    }

    @AfterEach
    void close() {
        transport.close();
        bench.close();
    }

    @Test
    void a_call_carries_the_bearer_beside_its_own_headers() throws Exception {
        bench.answers(200);
        var call = HttpCall.get(bench.uri("/a"))
                .putHeaders("x-api-key", "key")
                .putHeaders("authorization", "mine")
                .build();

        var answer = signedIn.send(call, Bench.call()).get();

        var request = bench.server.takeRequest();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer token-1");
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo("key");
        assertThat(tokens.refused).isEmpty();
    }

    @Test
    void a_refused_token_is_dropped_and_the_call_repeated_with_a_new_one_even_if_it_must_not_run_twice()
            throws Exception {
        bench.answers(401);
        bench.answers(200);

        var answer = signedIn.send(HttpCall.post(bench.uri("/a"), Bench.BODY).build(), Bench.call())
                .get();

        bench.server.takeRequest();
        var second = bench.server.takeRequest();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
        assertThat(second.getBody().utf8()).isEqualTo("hello");
        assertThat(tokens.refused).containsExactly("token-1");
    }

    @Test
    void a_second_refusal_is_the_answer_and_costs_no_third_sign_in() {
        bench.answers(401);
        bench.answers(401);

        var answer = signedIn.send(HttpCall.get(bench.uri("/a")).build(), Bench.call())
                .get();

        assertThat(answer.accepted().getLeft().code()).isEqualTo("AccessDenied");
        assertThat(bench.server.getRequestCount()).isEqualTo(2);
        assertThat(tokens.refused).containsExactly("token-1");
    }

    @Test
    void an_open_answer_of_401_is_closed_before_the_repeat() throws Exception {
        bench.answers(401);
        bench.answers(200);

        try (var answer = signedIn.open(HttpCall.get(bench.uri("/a")).build(), Bench.call())
                .get()) {
            assertThat(answer.body().readAllBytes()).isEqualTo("body of 200".getBytes(StandardCharsets.UTF_8));
        }

        bench.server.takeRequest();
        var second = bench.server.takeRequest();
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
        assertThat(second.getConnectionIndex())
                .as("the connection was given back")
                .isZero();
    }

    @Test
    void without_a_token_nothing_is_sent() {
        tokens.failure = new BridgeError.Unavailable("no token today", Incident.local(), Duration.ofSeconds(1));

        var outcome = signedIn.send(HttpCall.get(bench.uri("/a")).build(), Bench.call());

        assertThat(outcome.getLeft()).isEqualTo(tokens.failure);
        assertThat(bench.server.getRequestCount()).isZero();
    }

    /** A new token whenever the last one was refused. */
    private static final class NumberedTokens implements TokenSource {
        private final List<String> refused = new ArrayList<>();
        private BridgeError failure;

        @Override
        public Either<BridgeError, AccessToken> token(Call call) {
            return failure != null
                    ? Either.left(failure)
                    : Either.right(new AccessToken(Secret.of("token-" + (refused.size() + 1)), Bench.NOW));
        }

        @Override
        public void refused(AccessToken token) {
            refused.add(token.value().reveal());
        }

        @Override
        public ClientIdentity identity() {
            return new ClientIdentity("key", new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"));
        }

        @Override
        public void close() {}
    }
}
