// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kotlin.Pair;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native sessions and tokens of IMS, on real sockets. */
class SigningInTest {
    private static final String QUERY = "\"xtk:queryDef#ExecuteQuery\"";
    private static final String LOGON = "\"xtk:session#Logon\"";
    private static final Query RECIPIENTS = Query.on("nms:recipient").build();
    private static final String OVER =
            Answers.fault("XSV-350008 Session has expired or is invalid. Please reconnect.", "");

    @Test
    void a_native_session_is_opened_once_and_both_tokens_travel_with_every_call() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(Answers.count(3)))) {
            var campaign = instance.withOperator();

            campaign.count(RECIPIENTS, Instance.call());
            var count = campaign.count(RECIPIENTS, Instance.call());

            assertThat(count.get()).isEqualTo(3);
            assertThat(instance.actions).containsExactly(LOGON, QUERY, QUERY);
            assertThat(body(instance.requests.get(0)))
                    .contains(">admin</login>")
                    .contains(">p@ss&amp;&lt;1></password>")
                    .contains("<sessiontoken xsi:type=\"xsd:string\"></sessiontoken>");
            assertThat(body(instance.requests.get(2)))
                    .contains(">___S1</sessiontoken>")
                    .contains("<X-Security-Token>@T1==</X-Security-Token>");
            assertThat(instance.requests.get(2).getHeaders())
                    .contains(kotlin("X-Security-Token", "@T1=="), kotlin("Cookie", "__sessiontoken=___S1"));
        }
    }

    @Test
    void many_threads_share_one_logon() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(Answers.count(3)))) {
            var campaign = instance.withOperator();
            var threads = Executors.newFixedThreadPool(8);
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                work.add(() -> campaign.count(RECIPIENTS, Instance.call()).get());
            }

            var counts = threads.invokeAll(work);
            threads.shutdown();

            for (var count : counts) {
                assertThat(count.get()).isEqualTo(3);
            }
            assertThat(instance.logons).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 500})
    void after_the_end_of_a_session_the_call_goes_out_once_more(int status) throws Exception {
        try (var instance = new Instance(
                request -> isOf(request, 1) ? Instance.status(status, OVER) : Instance.ok(Answers.count(3)))) {
            var campaign = instance.withOperator();

            var count = campaign.count(RECIPIENTS, Instance.call());

            assertThat(count.get()).isEqualTo(3);
            assertThat(instance.actions).containsExactly(LOGON, QUERY, LOGON, QUERY);
        }
    }

    @Test
    void the_end_of_a_session_may_come_as_a_plain_sentence() throws Exception {
        try (var instance = new Instance(request -> isOf(request, 1)
                ? Instance.status(200, "XSV-350008 Session has expired or is invalid. Please reconnect.")
                : Instance.ok(Answers.count(3)))) {
            assertThat(instance.withOperator()
                            .count(RECIPIENTS, Instance.call())
                            .get())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_session_that_is_never_good_costs_exactly_one_repeat() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(OVER))) {
            var outcome = instance.withOperator().count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft())
                    .isInstanceOf(BridgeError.AccessDenied.class)
                    .extracting(BridgeError::message)
                    .asString()
                    .contains("xtk:queryDef#ExecuteQuery", "XSV-350008")
                    .doesNotContain("___S", "@T");
            assertThat(instance.actions).containsExactly(LOGON, QUERY, LOGON, QUERY);
        }
    }

    @Test
    void a_wrong_password_is_told_without_it() throws Exception {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(Instance.status(403, "XSV-350012 Invalid login or password. Connection denied."));
            var transport = HttpTransport.to(SystemId.CAMPAIGN, HttpSettings.standard());
            var campaign = new Connection(transport, server.url("/").uri(), Manner.plain(), InstantSource.system())
                    .open(CampaignSignIn.operator("admin", Secret.of("hunter2hunter2")), Option.none());

            var outcome = campaign.count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft())
                    .isInstanceOf(BridgeError.AccessDenied.class)
                    .extracting(BridgeError::message)
                    .asString()
                    .contains("check operator and password")
                    .doesNotContain("hunter2");
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void a_token_travels_with_every_call_and_there_is_no_logon() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(Answers.count(3)))) {
            var campaign = instance.withTokens();

            campaign.count(RECIPIENTS, Instance.call());
            campaign.close();

            assertThat(instance.actions).containsExactly(QUERY);
            assertThat(instance.requests.get(0).getHeaders().get("Authorization"))
                    .isEqualTo("Bearer token-1");
            assertThat(instance.requests.get(0).getHeaders().get("Cookie")).isNull();
            assertThat(body(instance.requests.get(0)))
                    .contains("<sessiontoken xsi:type=\"xsd:string\"></sessiontoken>");
        }
    }

    @Test
    void a_refused_token_is_replaced_once_when_the_refusal_hides_in_the_detail_of_a_fault() throws Exception {
        var refused = Answers.fault(
                "SOP-330007 Error while reading parameters of method 'ExecuteQuery' of service 'xtk:queryDef'.",
                "XSV-350114 Failed to get the profile by IMS call, HTTP response code is 401");
        try (var instance = new Instance(
                request -> "Bearer token-1".equals(request.getHeaders().get("Authorization"))
                        ? Instance.ok(refused)
                        : Instance.ok(Answers.count(3)))) {
            assertThat(instance.withTokens().count(RECIPIENTS, Instance.call()).get())
                    .isEqualTo(3);
            assertThat(instance.actions).containsExactly(QUERY, QUERY);
        }
    }

    @Test
    void a_token_refused_by_status_is_replaced_once() throws Exception {
        try (var instance = new Instance(request -> Instance.status(401, ""))) {
            var outcome = instance.withTokens().count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(instance.requests)
                    .extracting(request -> request.getHeaders().get("Authorization"))
                    .containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void closing_logs_off_once_and_only_what_was_logged_on() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(Answers.count(3)))) {
            var unused = instance.withOperator();
            var used = instance.withOperator();
            used.count(RECIPIENTS, Instance.call());

            unused.close();
            used.close();
            used.close();

            assertThat(instance.actions).containsExactly(LOGON, QUERY, "\"xtk:session#Logoff\"");
        }
    }

    private static boolean isOf(RecordedRequest request, int session) {
        return body(request).contains(">___S" + session + "</sessiontoken>");
    }

    private static Pair<String, String> kotlin(String name, String value) {
        return new Pair<>(name, value);
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }
}
