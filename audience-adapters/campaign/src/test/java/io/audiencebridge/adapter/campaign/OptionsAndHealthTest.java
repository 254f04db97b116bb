// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.OptionValue;
import io.audiencebridge.adapter.campaign.soap.Answers;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Options by their types, and how an instance says that it is well. */
class OptionsAndHealthTest {
    private static final CallOptions STANDARD = CallOptions.standard();

    static Object[][] options() {
        return new Object[][] {
            {6, "v", new OptionValue.Text("v")},
            {6, "", new OptionValue.Text("")},
            {3, "-7", new OptionValue.Whole(-7)},
            {3, "", new OptionValue.Whole(0)},
            {1, "7", new OptionValue.Whole(7)},
            {2, "7", new OptionValue.Whole(7)},
            {14, "86400", new OptionValue.Whole(86400)},
            {5, "1.25", new OptionValue.Fraction(1.25)},
            {4, "1e3", new OptionValue.Fraction(1000)},
            {7, "2026-01-02 03:04:05.006Z", new OptionValue.Moment(Instant.parse("2026-01-02T03:04:05.006Z"))},
            {10, "2026-01-02", new OptionValue.Day(LocalDate.of(2026, 1, 2))},
            {12, "a\nb", new OptionValue.Memo("a\nb")},
            {13, "c", new OptionValue.Memo("c")},
            {15, "1", new OptionValue.Flag(true)},
            {15, "", new OptionValue.Flag(false)}
        };
    }

    @ParameterizedTest
    @MethodSource("options")
    void an_option_is_read_by_the_code_of_its_type(int type, String text, OptionValue value) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(option(text, type)));
                var line = ClientOf.operatorAt(instance)) {
            assertThat(line.client.option("XtkThing", STANDARD).get()).contains(value);
            assertThat(value.toString()).endsWith("[hidden]");
        }
    }

    @Test
    void an_option_that_is_not_there_and_an_empty_date_are_none() throws Exception {
        for (int type : new int[] {0, 7, 10}) {
            try (var instance = new Instance(request -> Instance.ok(option("", type)));
                    var line = ClientOf.operatorAt(instance)) {
                assertThat(line.client.option("XtkThing", STANDARD).get()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3,many", "3,1.5", "7,yesterday", "99,x"})
    void a_value_that_is_none_of_its_type_is_a_breach_that_does_not_repeat_it(int type, String text) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(option(text, type)));
                var line = ClientOf.operatorAt(instance)) {
            var error = line.client.option("XtkThing", STANDARD).getLeft();

            assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(error.message()).contains("XtkThing").doesNotContain(text);
        }
    }

    static Object[][] writings() {
        return new Object[][] {
            {6, new OptionValue.Text("a\"b"), "dataType=\"6\" stringValue=\"a&quot;b\""},
            {0, new OptionValue.Text("new"), "dataType=\"6\" stringValue=\"new\""},
            {1, new OptionValue.Whole(7), "dataType=\"1\" longValue=\"7\""},
            {0, new OptionValue.Whole(7), "dataType=\"3\" longValue=\"7\""},
            {4, new OptionValue.Fraction(0.5), "dataType=\"4\" doubleValue=\"0.5\""},
            {15, new OptionValue.Flag(true), "dataType=\"15\" longValue=\"1\""},
            {12, new OptionValue.Memo("m"), "dataType=\"12\" memoValue=\"m\""},
            {7, new OptionValue.Moment(Instant.EPOCH), "dataType=\"7\" timeStampValue=\"1970-01-01T00:00:00Z\""},
            {10, new OptionValue.Day(LocalDate.of(2026, 1, 2)), "dataType=\"10\" timeStampValue=\"2026-01-02\""}
        };
    }

    @ParameterizedTest
    @MethodSource("writings")
    void an_option_is_written_under_the_type_that_it_has(int type, OptionValue value, String written) throws Exception {
        try (var instance = new Instance(request -> isWrite(request) ? done() : Instance.ok(option("", type)));
                var line = ClientOf.operatorAt(instance)) {
            var before = line.client.setOption("XtkThing", value, STANDARD);

            assertThat(before.isRight()).isTrue();
            assertThat(body(instance.requests.get(2)))
                    .contains("<option xtkschema=\"xtk:option\" _operation=\"insertOrUpdate\" _key=\"@name\""
                            + " name=\"XtkThing\" " + written + "/>");
        }
    }

    @Test
    void an_option_does_not_change_its_type() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(option("3", 3)));
                var line = ClientOf.operatorAt(instance)) {
            var error = line.client
                    .setOption("XtkThing", new OptionValue.Text("hunter2"), STANDARD)
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).contains("XtkThing", "code 3").doesNotContain("hunter2");
            assertThat(instance.requests).noneMatch(OptionsAndHealthTest::isWrite);
        }
    }

    @Test
    void an_instance_that_is_well_says_so_part_by_part() throws Exception {
        try (var instance = new Instance(OptionsAndHealthTest::well);
                var line = ClientOf.operatorAt(instance)) {
            var status = line.client.status(STANDARD).get();

            assertThat(status.isUp()).isTrue();
            assertThat(status.release()).hasValue("7.3.4");
            assertThat(status.buildNumber()).hasValue("9364");
            assertThat(status.sourceAddress()).hasValue("10.1.2.3");
            assertThat(status.time()).hasValue(Instant.parse("2026-01-02T03:04:05.006Z"));
            assertThat(instance.requests)
                    .filteredOn(request -> request.getTarget().endsWith("/r/test"))
                    .allMatch(request -> request.getHeaders().get("Cookie") == null);
            assertThat(instance.requests)
                    .filteredOn(request -> request.getTarget().endsWith("/ping.jsp"))
                    .allMatch(request -> request.getHeaders().get("X-Security-Token") != null);
        }
    }

    @Test
    void a_part_that_is_down_is_named_and_the_others_are_not() throws Exception {
        try (var instance = new Instance(request ->
                        request.getTarget().endsWith("/ping.jsp") ? Instance.status(503, "") : well(request));
                var line = ClientOf.operatorAt(instance)) {
            var status = line.client.status(STANDARD).get();

            assertThat(status.redirectorUp()).isTrue();
            assertThat(status.applicationUp()).isFalse();
            assertThat(status.sessionUp()).isTrue();
            assertThat(status.isUp()).isFalse();
        }
    }

    @Test
    void pages_for_people_are_no_good_health() throws Exception {
        try (var instance = new Instance(request -> Instance.ok("<html><body>OK</body></html>"));
                var line = ClientOf.operatorAt(instance)) {
            var status = line.client.status(STANDARD).get();

            assertThat(status.redirectorUp() || status.applicationUp() || status.sessionUp())
                    .isFalse();
        }
    }

    @Test
    void a_ping_after_the_end_of_a_session_signs_in_anew() throws Exception {
        try (var instance = new Instance(request ->
                        String.valueOf(request.getHeaders().get("Cookie")).endsWith("S1")
                                ? Instance.status(
                                        403, "XSV-350008 Session has expired or is invalid. Please reconnect.")
                                : Instance.ok("Ok\n2026-01-02 03:04:05.006Z\n7/400 pending events"));
                var line = ClientOf.operatorAt(instance)) {
            var queue = line.client.messageQueue(STANDARD).get();

            assertThat(queue.accepting()).isTrue();
            assertThat(queue.pending()).hasValue(7);
            assertThat(queue.capacity()).hasValue(400);
            assertThat(queue.time()).hasValue(Instant.parse("2026-01-02T03:04:05.006Z"));
            assertThat(instance.logons()).isEqualTo(2);
        }
    }

    @Test
    void a_queue_that_is_full_says_so_and_one_that_tells_nothing_is_no_defect() throws Exception {
        try (var instance = new Instance(request -> Instance.ok("Error\nThe queue is full (401/400)\n"));
                var line = ClientOf.operatorAt(instance)) {
            var queue = line.client.messageQueue(STANDARD).get();

            assertThat(queue.accepting()).isFalse();
            assertThat(queue.pending()).hasValue(401);
        }
        try (var instance = new Instance(request -> Instance.ok("Ok\n"));
                var line = ClientOf.operatorAt(instance)) {
            assertThat(line.client.messageQueue(STANDARD).get().pending()).isEqualTo(OptionalInt.empty());
        }
    }

    @Test
    void the_logon_tells_who_and_where_without_a_further_call() throws Exception {
        try (var instance = new Instance(request -> Instance.status(500, ""));
                var line = ClientOf.operatorAt(instance)) {
            var session = line.client.session(STANDARD).get();

            assertThat(session.login()).isEqualTo("admin");
            assertThat(session.buildNumber()).hasValue("9364");
            assertThat(session.release()).hasValue("7.3.4");
            assertThat(session.hasRight("anything")).isTrue();
            assertThat(session.hasPackage("nms:campaign")).isTrue();
            assertThat(session.hasPackage("nms:amp")).isFalse();
            assertThat(instance.requests).hasSize(1);
        }
    }

    private static MockResponse well(RecordedRequest request) {
        String target = request.getTarget();
        if (target.endsWith("/r/test")) {
            return Instance.ok("<redir status='OK' date='2026-01-02 03:04:05.006Z' version='7.3.4' build='9364'"
                    + " sourceIP='10.1.2.3'/>");
        }
        return target.endsWith("/ping.jsp")
                ? Instance.ok("OK\n2026-01-02 03:04:05.006Z\n")
                : Instance.ok(Answers.envelope("<TestCnxResponse xmlns='urn:xtk:session'/>"));
    }

    private static String option(String text, int type) {
        return Answers.envelope("<GetOptionResponse xmlns='urn:xtk:session'><pstrValue xsi:type='xsd:string'>" + text
                + "</pstrValue><pbtType xsi:type='xsd:byte'>" + type + "</pbtType></GetOptionResponse>");
    }

    private static MockResponse done() {
        return Instance.ok(Answers.envelope("<WriteResponse xmlns='urn:wpp:default'/>"));
    }

    private static boolean isWrite(RecordedRequest request) {
        return "\"xtk:persist#Write\"".equals(request.getHeaders().get("SOAPAction"));
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }
}
