// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.ims.client.ImsClient;
import io.audiencebridge.adapter.ims.client.TokenClaims;
import io.audiencebridge.adapter.ims.client.TokenValidity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTokensTest {
    private static final String LETTERS = "eyJ.{}\":,0129-_=\u00e9\ud83d\u0000 ";
    private static Sandbox sandbox;
    private ImsClient ims;

    private enum Way {
        INVALIDATE {
            @Override
            Either<BridgeError, Boolean> end(ImsClient ims, Secret token, Call call) {
                return ims.invalidate(token, call);
            }
        },
        REVOKE {
            @Override
            Either<BridgeError, Boolean> end(ImsClient ims, Secret token, Call call) {
                return ims.revoke(token, call);
            }
        };

        abstract Either<BridgeError, Boolean> end(ImsClient ims, Secret token, Call call);
    }

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        sandbox.reset();
        ims = client(sandbox.clientSecret());
    }

    @AfterEach
    void close() {
        ims.close();
    }

    @Test
    void a_token_is_valid_until_it_ends() {
        AccessToken token = ims.token(Calls.call()).get();

        TokenValidity before = ims.validate(token.value(), Calls.call()).get();
        sandbox.clock().advance(Duration.ofHours(25));
        TokenValidity after = ims.validate(token.value(), Calls.call()).get();

        assertThat(before).isEqualTo(TokenValidity.valid());
        assertThat(after).isEqualTo(TokenValidity.invalid("expired"));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_was_ended_is_invalid_and_not_handed_out_again(Way way) {
        AccessToken token = ims.token(Calls.call()).get();

        assertThat(way.end(ims, token.value(), Calls.call()).get()).isTrue();

        assertThat(ims.validate(token.value(), Calls.call()).get().isValid()).isFalse();
        assertThat(ims.token(Calls.call()).get()).isNotEqualTo(token);
    }

    @ParameterizedTest
    @EnumSource
    void a_client_with_a_wrong_secret_ends_nothing(Way way) {
        AccessToken token = ims.token(Calls.call()).get();
        try (ImsClient stranger = client("wrong")) {
            BridgeError error = way.end(stranger, token.value(), Calls.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message())
                    .contains("invalid_client")
                    .doesNotContain("wrong\"", token.value().reveal());
        }
        assertThat(ims.validate(token.value(), Calls.call()).get().isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"valid\":\"perhaps\"}", "[]"})
    void an_answer_that_does_not_say_is_a_breach(String body) {
        sandbox.faults(FaultRule.always("ims", new FaultEffect.Status(200, body, Map.of())));

        assertThat(ims.validate(Secret.of("a.b.c"), Calls.call()).getLeft())
                .isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_reason_that_may_quote_something_is_not_kept() {
        sandbox.faults(FaultRule.always(
                "ims", new FaultEffect.Status(200, "{\"valid\":false,\"reason\":\"a.b.c is unknown\"}", Map.of())));

        assertThat(ims.validate(Secret.of("a.b.c"), Calls.call()).get()).isEqualTo(TokenValidity.invalid(""));
    }

    @Test
    void a_token_shows_the_clock_of_the_service_and_lives_by_ours() {
        sandbox.imsServer().clockSkew(Duration.ofHours(1));

        AccessToken token = ims.token(Calls.call()).get();
        TokenClaims claims = TokenClaims.read(token.value()).get();

        assertThat(Duration.between(token.expires(), claims.expires()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        sandbox.clock().advance(Duration.ofHours(23));
        assertThat(ims.token(Calls.call()).get()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c", "..", "a.bnVsbA.c", "a.e30.c"})
    void what_is_no_token_says_nothing(String text) {
        assertThat(TokenClaims.read(Secret.of(text)).isEmpty()).isTrue();
    }

    @Test
    void no_text_makes_the_reader_of_tokens_fail() {
        Random random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int c = 0; c < length; c++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }

            assertThat(TokenClaims.read(Secret.of(text.toString()))).isNotNull();
        }
    }

    private static ImsClient client(String secret) {
        return new ImsTokenSourceFactory()
                .client(
                        ImsSettings.builder()
                                .organisation(new ImsOrgId(sandbox.orgId()))
                                .clientId(sandbox.clientId())
                                .clientSecret(Secret.of(secret))
                                .uri(sandbox.ims())
                                .build(),
                        sandbox.clock())
                .get();
    }
}
