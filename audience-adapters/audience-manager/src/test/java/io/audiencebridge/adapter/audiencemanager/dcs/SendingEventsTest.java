// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AuthenticationState;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Consent;
import io.audiencebridge.adapter.audiencemanager.client.DcsCode;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.IntegrationCode;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingEventsTest {
    private final DcsBench bench = new DcsBench();

    SendingEventsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void d01_an_event_of_nobody_brings_a_new_device() {
        bench.answering(DcsBench.TAKEN.replace(":5", ":7"));

        EventAnswer.Taken answer = bench.taken(EventCall.builder().signal("c_a", "1"));

        assertThat(bench.query()).isEqualTo("c_a=1&d_rtbd=json");
        assertThat(bench.last().getHeaders().get("Host")).isEqualTo("acme.demdex.net");
        assertThat(answer.uuid()).isEqualTo(DcsBench.DEVICE);
        assertThat(answer.region()).contains(7);
        assertThat(answer.transactionId()).contains("31ZpxW5bQGc=");
        assertThat(answer.notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, ''", "AUTHENTICATED, %011", "LOGGED_OUT, %012"})
    void d04_the_state_stands_behind_the_id(AuthenticationState state, String suffix) {
        bench.answering(DcsBench.TAKEN);

        bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(123, "987").in(state)));

        assertThat(bench.query()).isEqualTo("d_cid=123%01987" + suffix + "&d_rtbd=json");
    }

    @Test
    void d16_the_joint_is_encoded_exactly_once_and_the_parts_around_it_are_too() {
        bench.answering(DcsBench.TAKEN);

        bench.send(EventCall.builder()
                .addDeclaredIds(DeclaredId.of(813, "a%01b+\u00e9&"))
                .addDeclaredIds(
                        DeclaredId.of(new IntegrationCode("my source"), "x").in(AuthenticationState.AUTHENTICATED)));

        assertThat(bench.query()).isEqualTo("d_cid=813%01a%2501b%2B%C3%A9%26&d_cid_ic=my%20source%01x%011&d_rtbd=json");
    }

    @Test
    void all_parts_of_a_call_are_on_the_wire() {
        bench.answering(DcsBench.TAKEN);

        bench.send(EventCall.builder()
                .uuid(DcsBench.DEVICE)
                .ecid(Ecid.parse("0".repeat(37) + "1").get())
                .blob("b/=")
                .consent(new Consent(true, "BOabc_-"))
                .platform(EventCall.Platform.IOS)
                .addTraits(1, 2)
                .addTargetDataSources(5)
                .destinations(true)
                .qualifications(true)
                .signal("c_color", "red")
                .signal("p_size", "10 x")
                .signal("c_color", "100%"));

        assertThat(bench.query())
                .isEqualTo("d_uuid=" + DcsBench.UUID + "&d_mid=" + "0".repeat(37) + "1&d_orgid=O%40AdobeOrg"
                        + "&d_blob=b%2F%3D&gdpr=1&gdpr_consent=BOabc_-&d_ptfm=ios&d_sid=1%2C2&d_tdpid=5&d_dst=1&d_cts=2"
                        + "&c_color=red%2C100%25&p_size=10%20x&d_rtbd=json");
    }

    @Test
    void d05_codes_come_from_body_and_header_once_each() {
        bench.answering(
                "GET /event",
                new MockResponse.Builder()
                        .setHeader("X-Error", "101, 102,10")
                        .body(DcsBench.TAKEN
                                .replace("'tid'", "'errors':[{'code':101,'msg':'m'},{'code':'102','msg':'m'}],'tid'")
                                .replace('\'', '"')));

        EventAnswer.Taken answer = bench.taken(EventCall.builder().uuid(DcsBench.DEVICE));

        assertThat(answer.notices().map(notice -> notice.number())).containsExactly(101, 102, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'errors':[{'code':171,'msg':'Encountered opt out tag for 987'}],'stuff':[]}",
                "{'errors':[{'code':'171'}],'uuid':'22920112968019678612904394744954398990'}",
                "{'errors':[{'code':173}]}",
                "{'errors':[{'code':315}]}",
                "{}"
            })
    void d10_an_opt_out_is_noticed_and_never_a_success(String body) {
        bench.answering(body);

        EventAnswer answer = bench.send(EventCall.builder().signal("c_a", "1")).get();

        assertThat(answer).isInstanceOf(EventAnswer.OptedOut.class);
        assertThat(answer.toString()).doesNotContain("987");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cb(%s)", "cb(%s);", " dil.cb[0]( %s ) ; "})
    void d12_an_answer_for_a_script_is_unwrapped(String wrapped) {
        bench.answering(wrapped.formatted(DcsBench.TAKEN));

        EventAnswer.Taken answer = bench.taken(EventCall.builder().signal("c_a", "1"));

        assertThat(answer.uuid()).isEqualTo(DcsBench.DEVICE);
    }

    @Test
    void d13_traits_segments_cookies_and_addresses_are_read_from_numbers_and_texts() {
        bench.answering("{'stuff':[{'cn':'name','cv':'key=1,2','ttl':'30','dmn':'example.com'},{}],"
                + "'dests':[{'y':'iframe','c':'http://d.example/p?1','e':'https://d.example/p?1'},{}],"
                + "'u':'" + DcsBench.UUID + "','dcs_region':'9','traits':[1,'2'],'segments':['3']}");

        EventAnswer.Taken answer =
                bench.taken(EventCall.builder().signal("key1", "v1").addTargetDataSources(1));

        assertThat(answer.traits()).containsExactly(1L, 2L);
        assertThat(answer.segments()).containsExactly(3L);
        assertThat(answer.region()).contains(9);
        assertThat(answer.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.value()).isEqualTo("key=1,2");
            assertThat(cookie.days()).contains(30);
            assertThat(cookie.domain()).contains("example.com");
        });
        assertThat(answer.addresses().get(0).secure()).contains("https://d.example/p?1");
        assertThat(answer.addresses().get(1).element()).isEqualTo("img");
    }

    @Test
    void d14_once_a_region_is_known_calls_go_there_under_the_name_of_the_alias() {
        String oregon = DcsBench.TAKEN.replace(":5", ":9");
        bench.answering(oregon).api.answers("GET /usw2.demdex.net/event", 200, oregon);
        DeclaredId person = DeclaredId.of(813, "CRM1");

        bench.send(EventCall.builder().addDeclaredIds(person).signal("c_a", "1"));
        bench.send(EventCall.builder().addDeclaredIds(person).signal("c_a", "2"));
        bench.send(EventCall.builder().uuid(DcsBench.DEVICE));

        assertThat(bench.api.lines()).startsWith("GET /event", "GET /usw2.demdex.net/event");
        assertThat(bench.api.requests().get(1).getHeaders().get("Host")).isEqualTo("acme.demdex.net");
        assertThat(bench.api.lines().get(2)).isEqualTo("GET /usw2.demdex.net/event");
    }

    @Test
    void a_region_that_the_caller_names_wins_and_an_unknown_one_is_left_to_the_alias() {
        bench.answering(DcsBench.TAKEN.replace(":5", ":99"));
        bench.api.answers("GET /use.demdex.net/event", 200, DcsBench.TAKEN.replace(":5", ":99"));

        bench.send(EventCall.builder().uuid(DcsBench.DEVICE).region(7));
        bench.send(EventCall.builder().uuid(DcsBench.DEVICE));

        assertThat(bench.api.lines()).containsExactly("GET /use.demdex.net/event", "GET /event");
    }

    @Test
    void an_id_sync_is_a_call_with_two_ids() {
        bench.answering(DcsBench.TAKEN);

        bench.send(EventCall.linking(
                DeclaredId.of(1, "a").in(AuthenticationState.AUTHENTICATED),
                DeclaredId.of(20914, "6d92078a-8246-4ba4-ae5b-76104861e7dc")));
        String two = bench.query();
        bench.send(EventCall.linking(DcsBench.DEVICE, DeclaredId.of(1, "a")));

        assertThat(two).isEqualTo("d_cid=1%01a%011&d_cid=20914%016d92078a-8246-4ba4-ae5b-76104861e7dc&d_rtbd=json");
        assertThat(bench.query()).isEqualTo("d_uuid=" + DcsBench.UUID + "&d_cid=1%01a&d_rtbd=json");
    }

    @Test
    void a_long_call_is_posted_as_a_form() {
        bench.api.answers("POST /event", 200, DcsBench.TAKEN);
        String value = "v".repeat(9_000);

        EventAnswer.Taken answer =
                bench.taken(EventCall.builder().signal("c_a", value).addDeclaredIds(DeclaredId.of(813, "CRM1")));

        assertThat(answer.uuid()).isEqualTo(DcsBench.DEVICE);
        assertThat(bench.last().getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(bench.body()).isEqualTo("d_cid=813%01CRM1&c_a=" + value + "&d_rtbd=json");
        assertThat(bench.last().getUrl().query()).isNull();
    }

    @Test
    void a_call_beyond_32_kb_is_refused_before_it_is_sent() {
        BridgeError error = bench.send(EventCall.builder().signal("c_a", "v".repeat(32 << 10)))
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("bytes; 32768 is the most");
        assertThat(bench.api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 109, 111, 198, 199, 311})
    void d09_a_call_that_was_dropped_as_a_whole_is_an_error_with_its_codes(int code) {
        bench.answering(DcsBench.TAKEN.replace("'tid'", "'errors':[{'code':" + code + ",'msg':'about CRM1'}],'tid'"));

        BridgeError error = bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(813, "CRM1")))
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(error.incident().codes()).containsExactly(Integer.toString(code));
        assertThat(error.message()).contains(DcsCode.of(code).meaning()).doesNotContain("CRM1");
    }

    @Test
    void codes_beside_an_image_count_too() {
        bench.answering(
                "GET /event",
                new MockResponse.Builder()
                        .setHeader("X-Error", "311")
                        .setHeader("Content-Type", "image/gif")
                        .body("GIF89a"));

        BridgeError error = bench.send(EventCall.builder().signal("c_a", "1")).getLeft();

        assertThat(error.incident().codes()).containsExactly("311");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "'text'",
                "{'stuff':[]}",
                "{'uuid':'12'}",
                "{'uuid':'22920112968019678612904394744954398990'} trailing",
                "<html>CRM1</html>"
            })
    void an_answer_that_makes_no_sense_is_a_breach(String body) {
        bench.answering(body);

        BridgeError error = bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(813, "CRM1")))
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).doesNotContain("CRM1");
    }

    @Test
    void a_server_that_asks_for_a_pause_gets_it_and_no_call_before() {
        bench.answering("GET /event", new MockResponse.Builder().code(429).setHeader("Retry-After", "90"));
        bench.answering(DcsBench.TAKEN);

        BridgeError first = bench.send(EventCall.builder().signal("c_a", "1")).getLeft();
        bench.now = bench.now.plusSeconds(60);
        BridgeError second = bench.send(EventCall.builder().signal("c_a", "1")).getLeft();
        int meanwhile = bench.api.requests().size();
        bench.now = bench.now.plusSeconds(30);
        var third = bench.send(EventCall.builder().signal("c_a", "1"));

        assertThat(((BridgeError.Throttled) first).pause()).isEqualTo(Duration.ofSeconds(90));
        assertThat(((BridgeError.Throttled) second).pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(meanwhile).isEqualTo(1);
        assertThat(third.isRight()).isTrue();
    }

    @Test
    void a_lost_answer_to_an_event_has_an_open_fate_but_one_to_an_id_sync_has_not() {
        bench.answering("GET /event", new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));

        BridgeError event = bench.send(EventCall.builder().signal("c_a", "1")).getLeft();
        BridgeError sync = bench.send(EventCall.linking(DeclaredId.of(1, "a"), DeclaredId.of(2, "b")))
                .getLeft();

        assertThat(event).isInstanceOf(BridgeError.OutcomeUnknown.class);
        assertThat(sync).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(bench.api.requests()).hasSize(2);
    }

    @Test
    void an_error_names_neither_ids_nor_signals() {
        bench.api.answers("GET /event", 500, "CRM1 broke");

        BridgeError error = bench.client
                .send(
                        EventCall.builder()
                                .addDeclaredIds(DeclaredId.of(813, "CRM1"))
                                .uuid(DcsBench.DEVICE)
                                .signal("c_a", "hush")
                                .build(),
                        CallOptions.builder().correlationId("c-9").build())
                .getLeft();

        assertThat(error.toString()).contains("c-9").doesNotContain("CRM1", DcsBench.UUID, "hush");
    }

    @Test
    void a_call_prints_without_ids_values_and_consent() {
        EventCall event = EventCall.builder()
                .addDeclaredIds(DeclaredId.of(813, "CRM1"))
                .uuid(DcsBench.DEVICE)
                .signal("c_a", "hush")
                .consent(new Consent(true, "BOabc"))
                .build();

        assertThat(event.toString()).doesNotContain("CRM1", DcsBench.UUID, "hush", "BOabc");
    }
}
