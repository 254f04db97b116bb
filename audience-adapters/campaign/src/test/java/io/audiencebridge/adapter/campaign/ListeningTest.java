// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallEvent;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CallTrace;
import io.audiencebridge.adapter.campaign.client.CampaignListener;
import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.adapter.campaign.soap.Answers;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** What those who listen hear, and that they disturb nobody. */
class ListeningTest {
    private static final CallOptions NAMED =
            CallOptions.builder().correlationId("c-9").build();

    @Test
    void every_request_is_told_at_its_start_and_at_its_end() throws Exception {
        var heard = new Heard();
        try (var instance = new Instance(request -> time());
                var line = listening(instance, heard)) {
            line.client.serverTime(NAMED).get();
        }

        assertThat(heard.told)
                .containsExactly(
                        "start Logon",
                        "good Logon",
                        "start GetServerTime",
                        "good GetServerTime",
                        "start Logoff",
                        "good Logoff");
        CallEvent end = heard.events.get(3);
        assertThat(end.service()).isEqualTo("xtk:session");
        assertThat(end.correlationId()).isEqualTo("c-9");
        assertThat(end.status()).hasValue(200);
        assertThat(end.attempts()).isEqualTo(1);
        assertThat(end.bytesSent()).isPositive();
        assertThat(end.bytesReceived()).isEqualTo(timeBody().length());
        assertThat(end.duration()).isPositive();
        assertThat(end.error()).isEmpty();
        assertThat(heard.traces).isEmpty();
    }

    @Test
    void a_session_that_ended_is_a_failure_with_codes_and_the_repeat_says_that_it_is_one() throws Exception {
        var heard = new Heard();
        try (var instance = new Instance(request ->
                        String.valueOf(request.getHeaders().get("Cookie")).endsWith("S1")
                                ? Instance.ok(Answers.fault("XSV-350008 Session has expired", ""))
                                : time());
                var line = listening(instance, heard)) {
            line.client.serverTime(NAMED).get();
        }

        CallEvent failed = heard.events.get(3);
        CallEvent repeat = heard.events.get(7);
        assertThat(heard.told)
                .startsWith(
                        "start Logon",
                        "good Logon",
                        "start GetServerTime",
                        "bad GetServerTime",
                        "start Logon",
                        "good Logon");
        assertThat(failed.codes()).containsExactly("XSV-350008");
        assertThat(failed.error()).isEmpty();
        assertThat(failed.afterNewSignIn()).isFalse();
        assertThat(repeat.afterNewSignIn()).isTrue();
    }

    @Test
    void a_fault_a_status_and_a_lost_line_are_told_with_their_meaning() throws Exception {
        var heard = new Heard();
        var fault = Answers.fault("SOP-330011 Error", "WDB-200011 no such record of jane@example.com");
        try (var instance = new Instance(request -> Instance.ok(fault));
                var line = listening(instance, heard)) {
            line.client.serverTime(NAMED);
        }
        assertThat(heard.events.get(3).codes()).containsExactly("SOP-330011", "WDB-200011");
        assertThat(heard.events.get(3).error().orElseThrow()).isInstanceOf(BridgeError.NotFound.class);
        assertThat(heard.events.toString()).doesNotContain("jane");

        var late = new Heard();
        try (var instance = new Instance(request -> Instance.status(503, "busy"));
                var line = listening(instance, late)) {
            line.client.serverTime(NAMED);
        }
        assertThat(late.events.get(3).status()).hasValue(503);
        assertThat(late.events.get(3).error().orElseThrow()).isInstanceOf(BridgeError.Unavailable.class);

        var lost = new Heard();
        var instance = new Instance(request -> time());
        try (var line = listening(instance, lost)) {
            instance.close();
            line.client.serverTime(NAMED);
        }
        assertThat(lost.told).containsExactly("start Logon", "bad Logon");
        assertThat(lost.events.get(1).status()).isEmpty();
        assertThat(lost.events.get(1).attempts()).isEqualTo(1);
    }

    @Test
    void an_answer_that_breaks_off_is_a_failure() throws Exception {
        var heard = new Heard();
        try (var instance = new Instance(request -> Instance.ok(timeBody().substring(0, 300)));
                var line = listening(instance, heard)) {
            line.client.serverTime(NAMED);
        }

        assertThat(heard.told).contains("bad GetServerTime").doesNotContain("good GetServerTime");
    }

    @Test
    void pages_beside_the_router_are_told_by_their_path() throws Exception {
        var heard = new Heard();
        try (var instance = new Instance(request -> Instance.ok("Ok\n"));
                var line = listening(instance, heard)) {
            line.client.messageQueue(NAMED).get();
        }

        assertThat(heard.told).contains("good /nl/jsp/mcPing.jsp");
    }

    @Test
    void a_listener_that_throws_breaks_nothing_and_one_that_left_hears_nothing() throws Exception {
        var heard = new Heard();
        try (var instance = new Instance(request -> time());
                var line = ClientOf.operatorAt(instance)) {
            line.client.listen(new CampaignListener() {
                @Override
                public void started(CallEvent event) {
                    throw new IllegalStateException("no");
                }

                @Override
                public void succeeded(CallEvent event) {
                    throw new IllegalStateException("no");
                }
            });
            var listening = line.client.listen(heard);

            var first = line.client.serverTime(NAMED);
            listening.close();
            listening.close();
            var second = line.client.serverTime(NAMED);

            assertThat(first.isRight() && second.isRight()).isTrue();
            assertThat(heard.told).hasSize(4);
        }
    }

    @Test
    void requests_say_which_client_sends_them_and_need_not() throws Exception {
        try (var instance = new Instance(request -> time());
                var line = new ClientOf(
                        instance,
                        settings -> settings.operator("jane")
                                .password(Secret.of("p"))
                                .requestIds(true)
                                .http(HttpSettings.builder()
                                        .applicationName("nightly")
                                        .build()))) {
            line.client.serverTime(NAMED);

            var headers = instance.requests.get(1).getHeaders();
            assertThat(headers.get("ACC-SDK-Version")).startsWith("audience-bridge");
            assertThat(headers.get("ACC-SDK-Auth")).isEqualTo("UserPassword");
            assertThat(headers.get("ACC-SDK-Client-App")).isEqualTo("nightly");
            assertThat(headers.get("X-Query-Source"))
                    .startsWith("audience-bridge")
                    .endsWith(",nightly");
            assertThat(headers.get("x-request-id")).isEqualTo("c-9");
            assertThat(headers.get("Content-Type")).isEqualTo("text/xml; charset=UTF-8");
            assertThat(headers.toString()).doesNotContain("jane");
        }
        try (var instance = new Instance(request -> time());
                var line = new ClientOf(
                        instance,
                        settings -> settings.operator("jane")
                                .password(Secret.of("p"))
                                .identifyClient(false))) {
            line.client.serverTime(NAMED);

            var headers = instance.requests.get(1).getHeaders();
            assertThat(headers.get("ACC-SDK-Version")).isNull();
            assertThat(headers.get("ACC-SDK-Auth")).isNull();
            assertThat(headers.get("X-Query-Source")).isNull();
            assertThat(headers.get("x-request-id")).isNull();
        }
    }

    private static ClientOf listening(Instance instance, CampaignListener listener) {
        return new ClientOf(
                instance,
                settings -> settings.operator("admin")
                        .password(Secret.of("p"))
                        .trace(TraceDetail.OFF)
                        .addListeners(listener));
    }

    private static MockResponse time() {
        return Instance.ok(timeBody());
    }

    private static String timeBody() {
        return Answers.envelope("<GetServerTimeResponse xmlns='urn:xtk:session'>"
                + "<t xsi:type='xsd:dateTime'>2026-01-02T03:04:05.006Z</t></GetServerTimeResponse>");
    }

    /** Writes down what it hears. */
    private static final class Heard implements CampaignListener {
        final List<String> told = new CopyOnWriteArrayList<>();
        final List<CallEvent> events = new CopyOnWriteArrayList<>();
        final List<CallTrace> traces = new CopyOnWriteArrayList<>();

        @Override
        public void started(CallEvent event) {
            assertThat(event.duration()).isEqualTo(Duration.ZERO);
            note("start", event);
        }

        @Override
        public void succeeded(CallEvent event) {
            note("good", event);
        }

        @Override
        public void failed(CallEvent event) {
            note("bad", event);
        }

        @Override
        public void traced(CallTrace trace) {
            traces.add(trace);
        }

        private void note(String what, CallEvent event) {
            told.add(what + " " + event.method());
            events.add(event);
        }
    }
}
