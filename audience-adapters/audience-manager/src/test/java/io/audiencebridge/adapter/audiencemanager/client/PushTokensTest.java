// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Audience Manager signs in at the receiver: audience-manager.md, section 5.7, OAuth. */
final class PushTokensTest {
    private static final String GRANT = "grant_type=client_credentials";
    private static final Pattern ANSWER =
            Pattern.compile("\\{\"token_type\":\"Bearer\",\"access_token\":\"([A-Za-z0-9_-]{43})\"}");

    @Test
    void a_client_that_is_known_gets_a_token_and_comes_in_with_it() {
        PushTokens tokens = tokens(new PushClient("adobe", Secret.of("s3:cret")));

        PushTokenAnswer answer = tokens.answer(asking("Basic " + base64("adobe:s3:cret"), GRANT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(tokens.signedIn(push("Bearer " + token(answer)))).isTrue();
        assertThat(tokens.signedIn(push("bearer  " + token(answer)))).isTrue();
        assertThat(answer).hasToString("200 with a token");
    }

    @Test
    void every_instance_gives_out_the_same_token_until_the_secret_is_replaced() {
        PushTokens before = tokens(new PushClient("adobe", Secret.of("old")));
        PushTokens meanwhile =
                tokens(new PushClient("adobe", Secret.of("new")), new PushClient("adobe", Secret.of("old")));
        PushTokens after = tokens(new PushClient("adobe", Secret.of("new")));
        String token = token(before.answer(asking("Basic " + base64("adobe:old"), GRANT)));

        assertThat(meanwhile.signedIn(push("Bearer " + token))).isTrue();
        assertThat(after.signedIn(push("Bearer " + token))).isFalse();
        assertThat(token(meanwhile.answer(asking("Basic " + base64("adobe:new"), GRANT))))
                .isEqualTo(token(after.answer(asking("Basic " + base64("adobe:new"), GRANT))))
                .isNotEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YWRvYmU6d3Jvbmc=",
                "Basic %%%",
                "Basic",
                "",
                "Bearer YWRvYmU6c2VjcmV0",
                "YWRvYmU6c2VjcmV0",
                "Basic YWRvYmU=",
                "Basic OnNlY3JldA=="
            })
    void anybody_else_gets_none(String authorization) {
        PushTokenAnswer answer =
                tokens(new PushClient("adobe", Secret.of("secret"))).answer(asking(authorization, GRANT));

        assertThat(answer).hasToString("401 {\"error\":\"invalid_client\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password, unsupported_grant_type",
        "'', invalid_request",
        "scope=all, invalid_request",
        "xgrant_type=client_credentials, invalid_request"
    })
    void another_grant_is_refused(String body, String error) {
        PushTokenAnswer answer =
                tokens(new PushClient("adobe", Secret.of("secret"))).answer(asking(basic(), body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(error);
    }

    @Test
    void a_body_that_has_no_end_is_not_read_to_it() {
        PushTokens tokens = tokens(new PushClient("adobe", Secret.of("secret")));

        assertThat(tokens.answer(asking(basic(), GRANT + "&" + "a".repeat(5000)))
                        .status())
                .isEqualTo(400);
        assertThat(tokens.answer(asking(basic(), "scope=all&" + GRANT)).status())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_given_out_to_a_post_alone() {
        PushRequest get = PushRequest.of("GET", "/token", Map.of("Authorization", List.of(basic())), bytes(GRANT));

        assertThat(tokens(new PushClient("adobe", Secret.of("secret")))
                        .answer(get)
                        .status())
                .isEqualTo(405);
    }

    @Test
    void what_is_no_token_and_two_of_them_let_nobody_in() {
        PushTokens tokens = tokens(new PushClient("adobe", Secret.of("secret")));
        String token = token(tokens.answer(asking(basic(), GRANT)));

        assertThat(tokens.signedIn(push("Bearer " + token + "x"))).isFalse();
        assertThat(tokens.signedIn(push("Basic " + token))).isFalse();
        assertThat(tokens.signedIn(push(token))).isFalse();
        assertThat(tokens.signedIn(push())).isFalse();
        assertThat(tokens.signedIn(push("Bearer " + token, "Bearer " + token))).isFalse();
    }

    @Test
    void clients_that_nobody_could_sign_in_as_are_refused() {
        Secret closed = Secret.of("secret");
        closed.close();

        BridgeError error = PushTokens.of(PushSettings.builder()
                        .addClients(
                                new PushClient("with:colon", Secret.of("a")),
                                new PushClient("empty", Secret.of("")),
                                new PushClient("closed", closed))
                        .build())
                .getLeft();

        assertThat(error.code()).isEqualTo("InvalidRequest");
        assertThat(((BridgeError.InvalidRequest) error).violations()).hasSize(3);
        assertThat(error.message()).contains("colon", "'empty'", "'closed'");
        assertThat(PushTokens.of(PushSettings.builder().build()).getLeft().message())
                .contains("clients");
    }

    private static PushTokens tokens(PushClient... clients) {
        return PushTokens.of(PushSettings.builder().addClients(clients).build()).get();
    }

    private static String token(PushTokenAnswer answer) {
        Matcher found = ANSWER.matcher(answer.body());
        assertThat(found.matches()).as("a token in the answer").isTrue();
        return found.group(1);
    }

    private static PushRequest asking(String authorization, String body) {
        return PushRequest.of("POST", "/token", Map.of("Authorization", List.of(authorization)), bytes(body));
    }

    private static PushRequest push(String... authorizations) {
        return PushRequest.of("POST", "/", Map.of("Authorization", List.of(authorizations)), new byte[0]);
    }

    private static String basic() {
        return "Basic " + base64("adobe:secret");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
