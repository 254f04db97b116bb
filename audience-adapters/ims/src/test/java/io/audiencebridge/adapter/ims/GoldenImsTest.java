// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.adapter.http.SignedInTransport;
import io.audiencebridge.adapter.ims.client.ImsClient;
import io.audiencebridge.adapter.ims.client.TokenClaims;
import io.audiencebridge.adapter.ims.client.TokenValidity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases T1 to T12 of the protocol page. T2, which is the server's side, is the sandbox's. */
class GoldenImsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final ImsClient ims;

    GoldenImsTest() throws Exception {
        server.start();
        ims = new ImsTokenSourceFactory()
                .client(
                        ImsSettings.builder()
                                .organisation(new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"))
                                .clientId("0123abcd")
                                .clientSecret(Secret.of("p8e-x+y/z="))
                                .scopes(List.of("openid", "AdobeID", "read_organizations"))
                                .uri(server.url("/").uri())
                                .http(HttpSettings.builder().maxAttempts(1).build())
                                .build(),
                        () -> NOON)
                .get();
    }

    @AfterEach
    void close() {
        ims.close();
        server.close();
    }

    @Test
    void t1_the_form_is_encoded_and_a_life_of_86399_seconds_is_a_day() throws Exception {
        answers(200, Map.of(), token("t", "86399"));

        AccessToken token = ims.token(Calls.call()).get();

        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("client_id=0123abcd&client_secret=p8e-x%2By%2Fz%3D&grant_type=client_credentials"
                        + "&scope=openid%2CAdobeID%2Cread_organizations");
        assertThat(token.expires()).isEqualTo(NOON.plusSeconds(86_399));
    }

    @Test
    void t4_a_life_that_can_only_be_in_milliseconds_is() {
        answers(200, Map.of(), token("t", "86399992"));

        assertThat(ims.token(Calls.call()).get().expires()).isEqualTo(NOON.plus(Duration.ofMillis(86_399_992)));
    }

    @Test
    void t5_a_token_tells_its_client_and_its_end() {
        TokenClaims claims = TokenClaims.read(
                        Secret.of(
                                "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6IjE3MDAwMDAwMDAwMDBfeCIsInR5cGUiOiJhY2Nlc3NfdG9rZW4iLCJjbGllbnRfaWQiOiJjaWQiLCJjcmVhdGVkX2F0IjoiMTcwMDAwMDAwMDAwMCIsImV4cGlyZXNfaW4iOiI4NjQwMDAwMCIsInNjb3BlIjoib3BlbmlkLEFkb2JlSUQiLCJhcyI6Imltcy1uYTEifQ.c2ln"))
                .get();

        assertThat(claims.clientId()).isEqualTo("cid");
        assertThat(claims.expires()).isEqualTo(Instant.ofEpochMilli(1_700_086_400_000L));
        assertThat(claims.scopes()).containsExactly("openid", "AdobeID");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "T6, 401, `{\"error\":\"invalid_client\",\"error_description\":\"p8e-x+y/z= is wrong\"}`, AccessDenied",
                "T8, 429, ``, Throttled",
                "T9, 500, `<html>p8e-x+y/z=</html>`, Unavailable"
            })
    void refusals(String number, int status, String body, String expected) {
        answers(status, status == 429 ? Map.of("Retry-After", "5") : Map.of(), body);

        BridgeError error = ims.token(Calls.call()).getLeft();

        assertThat(error.code()).as(number).isEqualTo(expected);
        assertThat(error.message()).contains("answered " + status).doesNotContain("p8e", "html");
        if (error instanceof BridgeError.Throttled throttled) {
            assertThat(throttled.pause()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void t10_an_invalid_token_is_an_answer() throws Exception {
        answers(200, Map.of(), "{\"valid\":false,\"reason\":\"expired\"}");

        Either<BridgeError, TokenValidity> validity = ims.validate(Secret.of("a.b.c"), Calls.call());

        assertThat(validity.get()).isEqualTo(TokenValidity.invalid("expired"));
        var request = server.takeRequest();
        assertThat(request.getHeaders().get("X-IMS-ClientId")).isEqualTo("0123abcd");
        assertThat(request.getBody().utf8()).isEqualTo("type=access_token&client_id=0123abcd&token=a.b.c");
    }

    @Test
    void t12_a_product_that_says_401_twice_costs_one_token_and_one_repeat() throws Exception {
        answers(200, Map.of(), token("one", "86399"));
        answers(200, Map.of(), token("two", "86399"));
        try (MockWebServer product = new MockWebServer();
                HttpTransport transport = HttpTransport.to(SystemId.AUDIENCE_MANAGER, HttpSettings.standard())) {
            product.enqueue(new MockResponse.Builder().code(401).build());
            product.enqueue(new MockResponse.Builder().code(401).build());
            product.start();

            var answer = SignedInTransport.over(transport, ims)
                    .send(HttpCall.get(product.url("/v1/users/self").uri()).build(), Calls.call());

            assertThat(answer.get().accepted().getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(product.getRequestCount()).isEqualTo(2);
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    private void answers(int status, Map<String, String> headers, String body) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        headers.forEach(response::addHeader);
        server.enqueue(response.build());
    }

    private static String token(String value, String life) {
        return "{\"access_token\":\"" + value + "\",\"token_type\":\"bearer\",\"expires_in\":" + life + "}";
    }
}
