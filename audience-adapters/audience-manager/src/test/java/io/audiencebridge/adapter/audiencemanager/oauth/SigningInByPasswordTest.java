// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.ScriptedApi;
import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInByPasswordTest {
    private static final String TOKEN = "POST /oauth/token";
    private static final String FIRST =
            "{'access_token':'3f2c-1','token_type':'bearer','expires_in':1000,'scope':'read write'}";
    private static final String SECOND = FIRST.replace("3f2c-1", "3f2c-2");

    private final ScriptedApi api;
    private final HttpTransport transport = HttpTransport.to(
            SystemId.AUDIENCE_MANAGER, HttpSettings.builder().maxAttempts(1).build());
    private final LegacyTokens tokens;
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    SigningInByPasswordTest() throws Exception {
        api = new ScriptedApi();
        LegacySignIn signIn = LegacySignIn.builder()
                .clientId("testId")
                .clientSecret(Secret.of("testSecret"))
                .username("anna")
                .password(Secret.of("p&ss word"))
                .uri(api.uri())
                .build();
        tokens = new LegacyTokens(signIn, transport, () -> now);
    }

    @AfterEach
    void close() {
        tokens.close();
        transport.close();
        api.close();
    }

    /** Golden case A02; the Base64 text is the protocol page's. */
    @Test
    void a_password_grant_names_the_client_in_its_header_and_the_user_in_its_body() {
        api.answers(TOKEN, 200, FIRST);

        AccessToken token = tokens.token(ScriptedApi.call()).get();

        assertThat(token.value().reveal()).isEqualTo("3f2c-1");
        assertThat(token.expires()).isEqualTo(now.plusSeconds(1000));
        var request = api.requests().get(0);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic dGVzdElkOnRlc3RTZWNyZXQ=");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=password&username=anna&password=p%26ss+word");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "799, 1", "800, 2", "2000, 2"})
    void a_token_is_used_until_four_fifths_of_its_life_are_over(long seconds, int signIns) {
        api.answers(TOKEN, 200, FIRST).answers(TOKEN, 200, SECOND);
        tokens.token(ScriptedApi.call());

        now = now.plus(Duration.ofSeconds(seconds));
        tokens.token(ScriptedApi.call());

        assertThat(api.lines()).hasSize(signIns);
    }

    @Test
    void a_refresh_token_brings_the_next_one_without_a_password() {
        api.answers(TOKEN, 200, FIRST.replace("}", ",'refresh_token':'r-1'}")).answers(TOKEN, 200, SECOND);
        AccessToken first = tokens.token(ScriptedApi.call()).get();

        tokens.refused(first);
        AccessToken second = tokens.token(ScriptedApi.call()).get();

        assertThat(second.value().reveal()).isEqualTo("3f2c-2");
        assertThat(api.requests().get(1).getBody().utf8()).isEqualTo("grant_type=refresh_token&refresh_token=r-1");
    }

    @Test
    void a_refresh_token_that_is_no_longer_good_gives_way_to_the_password() {
        api.answers(TOKEN, 200, FIRST.replace("}", ",'refresh_token':'r-1'}"))
                .answers(TOKEN, 400, "{'error':'invalid_grant'}")
                .answers(TOKEN, 200, SECOND);
        AccessToken first = tokens.token(ScriptedApi.call()).get();

        tokens.refused(first);
        AccessToken second = tokens.token(ScriptedApi.call()).get();

        assertThat(second.value().reveal()).isEqualTo("3f2c-2");
        assertThat(api.requests().get(2).getBody().utf8()).startsWith("grant_type=password");
    }

    @Test
    void a_failed_replacement_leaves_the_old_token_in_use_while_it_lasts() {
        api.answers(TOKEN, 200, FIRST).answers(TOKEN, 503, "{}");
        tokens.token(ScriptedApi.call());

        now = now.plusSeconds(900);
        Either<BridgeError, AccessToken> old = tokens.token(ScriptedApi.call());
        now = now.plusSeconds(90);
        Either<BridgeError, AccessToken> over = tokens.token(ScriptedApi.call());

        assertThat(old.get().value().reveal()).isEqualTo("3f2c-1");
        assertThat(over.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"400, AccessDenied", "401, AccessDenied", "404, NotFound", "429, Throttled", "500, Unavailable"})
    void a_refusal_says_what_to_compare_and_holds_no_secret(int status, String code) {
        api.answers(TOKEN, status, "{'error':'invalid_grant','error_description':'Bad credentials anna p&ss word'}");

        BridgeError error = tokens.token(ScriptedApi.call()).getLeft();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).doesNotContain("testSecret", "p&ss", "anna", "dGVzdElk", "Bad credentials");
    }

    @Test
    void a_wrong_password_is_told_as_one() {
        api.answers(TOKEN, 400, "{'error':'invalid_grant'}");

        assertThat(tokens.token(ScriptedApi.call()).getLeft().message()).contains("invalid_grant", "legacySignIn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "{}", "{'access_token':'x'}", "{'access_token':'','expires_in':5}", "[]"})
    void an_answer_without_a_token_that_lives_is_refused(String body) {
        api.answers(TOKEN, 200, body);

        assertThat(tokens.token(ScriptedApi.call()).isLeft()).isTrue();
    }

    @Test
    void many_threads_sign_in_once() throws Exception {
        api.answers(TOKEN, 200, FIRST);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Either<BridgeError, AccessToken>>> asked = new ArrayList<>();

        for (int i = 0; i < 32; i++) {
            asked.add(threads.submit(() -> tokens.token(ScriptedApi.call())));
        }

        for (var one : asked) {
            assertThat(one.get().get().value().reveal()).isEqualTo("3f2c-1");
        }
        threads.shutdown();
        assertThat(api.lines()).containsExactly(TOKEN);
    }

    @Test
    void nothing_of_it_can_be_printed() {
        assertThat(LegacySignIn.builder()
                        .clientId("testId")
                        .clientSecret(Secret.of("testSecret"))
                        .username("anna")
                        .password(Secret.of("pass"))
                        .build()
                        .toString())
                .doesNotContain("testSecret", "pass,", "password=pass");
    }
}
