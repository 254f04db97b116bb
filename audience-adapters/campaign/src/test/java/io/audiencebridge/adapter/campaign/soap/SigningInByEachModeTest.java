// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** What each kind of sign-in puts on the wire, and what it leaves behind. */
class SigningInByEachModeTest {
    private static final Query RECIPIENTS = Query.on("nms:recipient").build();
    private static final String QUERY = "\"xtk:queryDef#ExecuteQuery\"";
    private static final String EXCHANGE = "\"xtk:session#BearerTokenLogon\"";
    private static final String LOGOFF = "\"xtk:session#Logoff\"";

    @Test
    void a_token_of_ims_is_exchanged_for_a_session_which_is_logged_off() throws Exception {
        try (var instance = answering()) {
            var campaign = instance.signedInBy(CampaignSignIn.bearerExchange());

            campaign.count(RECIPIENTS, Instance.call());
            campaign.close();

            assertThat(instance.actions).containsExactly(EXCHANGE, QUERY, LOGOFF);
            assertThat(body(instance.requests.get(0)))
                    .contains("<bearerToken xsi:type=\"xsd:string\">token-1</bearerToken>")
                    .contains("<sessiontoken xsi:type=\"xsd:string\"></sessiontoken>");
            assertThat(instance.requests.get(1).getHeaders().get("Cookie")).isEqualTo("__sessiontoken=___S1");
            assertThat(instance.requests.get(1).getHeaders().get("Authorization"))
                    .isNull();
        }
    }

    @Test
    void a_token_that_the_exchange_refuses_is_replaced_once() throws Exception {
        try (var instance = answering()) {
            instance.refusedToken = "token-1";

            var count = instance.signedInBy(CampaignSignIn.bearerExchange()).count(RECIPIENTS, Instance.call());

            assertThat(count.get()).isEqualTo(3);
            assertThat(instance.actions).containsExactly(EXCHANGE, EXCHANGE, QUERY);
        }
    }

    @Test
    void a_session_that_is_to_be_remembered_says_so() throws Exception {
        try (var instance = answering()) {
            instance.signedInBy(
                            CampaignSignIn.operator("admin", Secret.of("a/b")).remember())
                    .count(RECIPIENTS, Instance.call());

            assertThat(body(instance.requests.get(0)))
                    .contains("<parameters rememberMe=\"true\"/>")
                    .contains(">a/b</password>");
        }
    }

    @Test
    void given_tokens_are_sent_as_they_are_and_are_not_logged_off() throws Exception {
        try (var instance = answering()) {
            var campaign = instance.signedInBy(CampaignSignIn.tokens(Secret.of("___G"), Secret.of("@S==")));

            campaign.count(RECIPIENTS, Instance.call());
            campaign.close();

            assertThat(instance.actions).containsExactly(QUERY);
            assertThat(headers(instance.requests.get(0)))
                    .containsEntry("Cookie", "__sessiontoken=___G")
                    .containsEntry("X-Security-Token", "@S==");
            assertThat(body(instance.requests.get(0)))
                    .contains(">___G</sessiontoken>", "<X-Security-Token>@S==</X-Security-Token>");
        }
    }

    @Test
    void a_session_token_alone_travels_without_a_security_token() throws Exception {
        try (var instance = answering()) {
            instance.signedInBy(CampaignSignIn.sessionToken(Secret.of("mc/mc"))).count(RECIPIENTS, Instance.call());

            assertThat(headers(instance.requests.get(0)))
                    .containsEntry("Cookie", "__sessiontoken=mc/mc")
                    .doesNotContainKey("X-Security-Token");
            assertThat(body(instance.requests.get(0)))
                    .contains(">mc/mc</sessiontoken>", "<X-Security-Token></X-Security-Token>");
        }
    }

    @Test
    void a_security_token_alone_leaves_the_cookie_to_others() throws Exception {
        try (var instance = answering()) {
            instance.signedInBy(CampaignSignIn.securityToken(Secret.of("@S=="))).count(RECIPIENTS, Instance.call());

            assertThat(headers(instance.requests.get(0)))
                    .containsEntry("X-Security-Token", "@S==")
                    .doesNotContainKey("Cookie");
        }
    }

    @Test
    void nobody_sends_nothing_and_is_told_where_a_sign_in_is_needed() throws Exception {
        try (var instance = answering()) {
            instance.signedInBy(CampaignSignIn.anonymous()).count(RECIPIENTS, Instance.call());

            assertThat(headers(instance.requests.get(0)))
                    .doesNotContainKeys("Cookie", "X-Security-Token", "Authorization");
        }
        try (var instance = new Instance(request -> Instance.status(403, "XSV-350008 Session has expired"))) {
            var error = instance.signedInBy(CampaignSignIn.anonymous())
                    .count(RECIPIENTS, Instance.call())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message()).contains("not open to everybody");
            assertThat(instance.requests).hasSize(1);
        }
    }

    @Test
    void a_logoff_that_fails_is_nobodys_concern() throws Exception {
        for (MockResponse farewell : new MockResponse[] {
            Instance.status(500, "no"),
            Instance.ok(Answers.fault("XSV-350008 Session has expired", "")),
            new MockResponse.Builder()
                    .onRequestStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build()
        }) {
            try (var instance = answering()) {
                instance.farewell = farewell;
                var campaign = instance.withOperator();
                var count = campaign.count(RECIPIENTS, Instance.call());

                campaign.close();

                assertThat(count.get()).isEqualTo(3);
                assertThat(instance.actions).endsWith(LOGOFF);
            }
        }
    }

    @Test
    void a_server_that_does_not_answer_a_logoff_holds_nobody_up() throws Exception {
        try (var instance = answering()) {
            instance.farewell = new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build();
            var campaign = instance.withOperator();
            campaign.count(RECIPIENTS, Instance.call());
            long begin = System.nanoTime();

            campaign.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_server_that_is_gone_at_the_end_holds_nobody_up() throws Exception {
        var instance = answering();
        var campaign = instance.withOperator();
        var count = campaign.count(RECIPIENTS, Instance.call());
        instance.close();

        campaign.close();

        assertThat(count.get()).isEqualTo(3);
    }

    @Test
    void a_closed_connection_opens_no_session() throws Exception {
        try (var instance = answering()) {
            var campaign = instance.withOperator();
            campaign.close();

            var outcome = campaign.count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
            assertThat(instance.actions).isEmpty();
        }
    }

    private static Instance answering() throws Exception {
        return new Instance(request -> Instance.ok(Answers.count(3)));
    }

    private static Map<String, String> headers(RecordedRequest request) {
        Map<String, String> found = new java.util.HashMap<>();
        request.getHeaders().forEach(header -> found.put(header.getFirst(), header.getSecond()));
        return found;
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }
}
