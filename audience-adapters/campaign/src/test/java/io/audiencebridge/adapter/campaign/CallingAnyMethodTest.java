// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.Cancellation;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapOutputs;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.adapter.campaign.soap.Answers;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any method of any service, with typed parameters. */
class CallingAnyMethodTest {
    private static final CallOptions STANDARD = CallOptions.standard();

    @Test
    void every_type_is_written_as_campaigns_encoding_asks() throws Exception {
        var method = SoapMethod.of("nms:thing", "Do")
                .in("text", SoapType.STRING, "a<b>&\"c'")
                .in("key", SoapType.PRIMARY_KEY, "nms:thing|7")
                .in("flag", SoapType.BOOLEAN, true)
                .in("tiny", SoapType.BYTE, (byte) -128)
                .in("small", SoapType.SHORT, (short) 32767)
                .in("usual", SoapType.INT, -2147483648)
                .in("big", SoapType.LONG, 9223372036854775807L)
                .in("part", SoapType.FLOAT, 1.5f)
                .in("exact", SoapType.DOUBLE, -0.1)
                .in("time", SoapType.DATE_TIME, Instant.parse("2026-01-02T03:04:05Z"))
                .in("day", SoapType.DATE, LocalDate.of(2026, 1, 2))
                .in("element", SoapType.ELEMENT, XmlElement.of("variables").with("listId", "<1>"))
                .in(
                        "document",
                        SoapType.DOCUMENT,
                        XmlElement.of("a").with(XmlElement.of("b").withText("]]>")))
                .build();

        var body = body(method);

        assertThat(body)
                .contains("<m:Do xmlns:m=\"urn:nms:thing\"")
                .containsSubsequence(
                        "</sessiontoken>",
                        "<text xsi:type=\"xsd:string\">a&lt;b>&amp;\"c'</text>",
                        "<key xsi:type=\"xsd:string\">nms:thing|7</key>",
                        "<flag xsi:type=\"xsd:boolean\">true</flag>",
                        "<tiny xsi:type=\"xsd:byte\">-128</tiny>",
                        "<small xsi:type=\"xsd:short\">32767</small>",
                        "<usual xsi:type=\"xsd:int\">-2147483648</usual>",
                        "<big xsi:type=\"xsd:long\">9223372036854775807</big>",
                        "<part xsi:type=\"xsd:float\">1.5</part>",
                        "<exact xsi:type=\"xsd:double\">-0.1</exact>",
                        "<time xsi:type=\"xsd:datetime\">2026-01-02T03:04:05.000Z</time>",
                        "<day xsi:type=\"xsd:date\">2026-01-02</day>",
                        "<element xsi:type=\"ns:Element\"",
                        "<variables listId=\"&lt;1>\"/></element>",
                        "<document xsi:type=\"\"",
                        "<a><b>]]&gt;</b></a></document>");
    }

    @Test
    void a_method_that_is_not_static_is_called_on_an_entity_of_its_schema() throws Exception {
        var method = SoapMethod.of("xtk:jobInterface|nms:delivery", "Execute")
                .on(XmlElement.of("delivery").with("id", "7"))
                .in("method", SoapType.STRING, "Prepare")
                .build();

        var body = body(method);

        assertThat(body)
                .contains("xmlns:m=\"urn:xtk:jobInterface|nms:delivery\"")
                .containsSubsequence(
                        "</sessiontoken>",
                        "<document xsi:type=\"\"",
                        "<delivery id=\"7\" xtkschema=\"nms:delivery\"/></document>",
                        "<method xsi:type=\"xsd:string\">Prepare</method>");
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void every_type_is_read_by_its_position_whatever_its_name(SoapType<?> type, String xml, Object value)
            throws Exception {
        var outcome =
                answered("<anything " + xml, SoapMethod.of("nms:thing", "Do").out("it", type));

        assertThat(outcome.get().value(0, type)).isEqualTo(Option.of(value));
    }

    static List<Object[]> outputs() {
        var tree = XmlElement.of("userInfo")
                .with("login", "a")
                .with(XmlElement.of("login-right").with("right", "x"));
        return List.of(
                new Object[] {SoapType.STRING, "xsi:type='xsd:string'> v </anything>", " v "},
                new Object[] {SoapType.STRING, "xsi:type='xsd:string'/>", ""},
                new Object[] {SoapType.STRING, "xsi:type='xsd:primarykey'>a|1</anything>", "a|1"},
                new Object[] {SoapType.PRIMARY_KEY, "xsi:type='xsd:primarykey'>a|1</anything>", "a|1"},
                new Object[] {SoapType.BOOLEAN, "xsi:type='xsd:boolean'>1</anything>", true},
                new Object[] {SoapType.BOOLEAN, "xsi:type='xsd:boolean'/>", false},
                new Object[] {SoapType.BYTE, "xsi:type='xsd:byte'>6</anything>", (byte) 6},
                new Object[] {SoapType.SHORT, "xsi:type='xsd:short'>-5</anything>", (short) -5},
                new Object[] {SoapType.INT, "xsi:type='xsd:int'>12</anything>", 12},
                new Object[] {SoapType.INT, "xsi:type='xsd:int'/>", 0},
                new Object[] {SoapType.LONG, "xsi:type='xsd:long'>-9223372036854775808</anything>", Long.MIN_VALUE},
                new Object[] {SoapType.LONG, "xsi:type='xsd:int'>12</anything>", 12L},
                new Object[] {SoapType.FLOAT, "xsi:type='xsd:float'>1.5</anything>", 1.5f},
                new Object[] {SoapType.DOUBLE, "xsi:type='xsd:double'>1e3</anything>", 1000d},
                new Object[] {
                    SoapType.DATE_TIME,
                    "xsi:type='xsd:dateTime'>2026-01-02T03:04:05.006Z</anything>",
                    Instant.parse("2026-01-02T03:04:05.006Z")
                },
                new Object[] {
                    SoapType.DATE_TIME,
                    "xsi:type='xsd:datetime'>2026-01-02 03:04:05Z</anything>",
                    Instant.parse("2026-01-02T03:04:05Z")
                },
                new Object[] {SoapType.DATE_TIME, "xsi:type='xsd:dateTime'/>", null},
                new Object[] {SoapType.DATE, "xsi:type='xsd:date'>2026-01-02</anything>", LocalDate.of(2026, 1, 2)},
                new Object[] {
                    SoapType.ELEMENT,
                    "xsi:type='ns:Element'><userInfo login='a'><login-right right='x'/></userInfo></anything>",
                    tree
                },
                new Object[] {
                    SoapType.DOCUMENT,
                    "xsi:type=''><userInfo login='a'> <login-right right='x'/></userInfo>" + "</anything>",
                    tree
                },
                new Object[] {SoapType.ELEMENT, "xsi:type='ns:Element'/>", null});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <a xsi:type='xsd:long'>1</a>                                | an output 'it' of another type than int
                    <a xsi:type='xsd:string'>1</a>                              | an output 'it' of another type than int
                    <a xsi:type='xsd:int'>one</a>                               | an output 'it' that is no int
                    <a xsi:type='xsd:int'>2147483648</a>                        | an output 'it' that is no int
                    <b/>                                                        | nothing
                    <a xsi:type='xsd:int'>1</a><b xsi:type='xsd:int'>1</b>      | more outputs than 1
                    """)
    void an_answer_with_other_outputs_is_a_breach(String outputs, String complaint) throws Exception {
        var outcome = answered(
                outputs.equals("<b/>") ? "" : outputs,
                SoapMethod.of("nms:thing", "Do").out("it", SoapType.INT));

        assertThat(outcome.getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(outcome.getLeft().message())
                .contains("nms:thing#Do", complaint.equals("nothing") ? "0 outputs instead of 1" : complaint);
    }

    @Test
    void an_entity_that_comes_back_unasked_is_passed_over_and_one_that_was_asked_for_is_read() throws Exception {
        var answer = "<entity xsi:type='ns:Element'><query id='1'/></entity><n xsi:type='xsd:int'>4</n>";
        var method = SoapMethod.of("xtk:queryDef", "SelectAll").on(XmlElement.of("queryDef"));

        var passed = answered(answer, method.out("n", SoapType.INT));
        var asked = answered(
                answer,
                SoapMethod.of("xtk:queryDef", "SelectAll")
                        .on(XmlElement.of("queryDef"))
                        .out("entity", SoapType.ELEMENT)
                        .out("n", SoapType.INT));

        assertThat(passed.get().value(0, SoapType.INT)).contains(4);
        assertThat(asked.get().value(0, SoapType.ELEMENT).get().child("query")).isEmpty();
        assertThat(asked.get().value(0, SoapType.ELEMENT).get().attribute("id")).contains("1");
        assertThat(asked.get().value(1, SoapType.INT)).contains(4);
    }

    @Test
    void outputs_are_asked_for_by_their_type() {
        var outputs = new SoapOutputs(Vector.of(
                new SoapOutputs.Given<>(SoapType.INT, Option.some(4)),
                new SoapOutputs.Given<>(SoapType.STRING, Option.some("jane@example.com"))));

        assertThat(outputs.size()).isEqualTo(2);
        assertThat(outputs.toString()).doesNotContain("jane");
        assertThatThrownBy(() -> outputs.value(0, SoapType.LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of type int, not long");
        assertThatThrownBy(() -> outputs.value(2, SoapType.INT)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void everything_that_cannot_be_sent_is_told_at_once_and_nothing_is_sent() throws Exception {
        var method = SoapMethod.of("nms:thing' or 1=1", "Do It")
                .in("sessiontoken", SoapType.STRING, "x")
                .in("nan", SoapType.DOUBLE, Double.NaN)
                .in("endless", SoapType.FLOAT, Float.NEGATIVE_INFINITY)
                .in("bell", SoapType.STRING, "hunter2\u0007")
                .in("half", SoapType.STRING, "\uD83D")
                .in("late", SoapType.DATE_TIME, Instant.MAX)
                .in("early", SoapType.DATE, LocalDate.of(0, 1, 1))
                .in("name", SoapType.ELEMENT, XmlElement.of("a b"))
                .in("attribute", SoapType.ELEMENT, XmlElement.of("a").with("<", "1"))
                .in("prefix", SoapType.ELEMENT, XmlElement.of("nowhere:a"))
                .in("deep", SoapType.DOCUMENT, nested(100))
                .in(
                        "inside",
                        SoapType.DOCUMENT,
                        XmlElement.of("a").with(XmlElement.of("b").withText("\0")))
                .build();
        try (var instance = new Instance(request -> Instance.status(500, ""));
                var line = ClientOf.operatorAt(instance)) {
            var error = line.client.call(method, STANDARD).getLeft();

            assertThat(((BridgeError.InvalidRequest) error).violations())
                    .extracting(Violation::subject)
                    .containsExactly(
                            "service",
                            "method",
                            "arguments",
                            "nan",
                            "endless",
                            "bell",
                            "half",
                            "late",
                            "early",
                            "name",
                            "attribute",
                            "prefix",
                            "deep",
                            "inside");
            assertThat(error.message()).doesNotContain("hunter2");
            assertThat(instance.actions).isEmpty();
        }
    }

    @Test
    void a_prefix_that_is_declared_may_be_used() throws Exception {
        var method = SoapMethod.of("xtk:session", "GetModifiedEntities")
                .in(
                        "cache",
                        SoapType.ELEMENT,
                        XmlElement.of("cache").with(XmlElement.of("xtk:schema").with("xmlns:xtk", "urn:xtk:schema")))
                .build();

        assertThat(body(method)).contains("<cache><xtk:schema xmlns:xtk=\"urn:xtk:schema\"/></cache>");
    }

    @Test
    void only_a_method_that_is_idempotent_is_repeated_after_a_lost_answer() throws Exception {
        var lost = new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
        try (var instance = new Instance(request -> lost);
                var line = ClientOf.operatorAt(instance)) {
            var once = line.client.call(SoapMethod.of("nms:thing", "Do").build(), STANDARD);
            var any = line.client.call(
                    SoapMethod.of("nms:thing", "Do").idempotent(true).build(), STANDARD);

            assertThat(once.getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
            assertThat(any.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
        }
    }

    @Test
    void a_shorter_time_and_a_correlation_id_are_the_calls_own() throws Exception {
        try (var instance = new Instance(request -> stalled());
                var line = ClientOf.operatorAt(instance)) {
            line.client.serverTime(CallOptions.within(Duration.ofMillis(300)));
            var options = CallOptions.builder()
                    .timeout(Duration.ofMillis(300))
                    .correlationId("mine")
                    .build();

            var error = line.client.serverTime(options).getLeft();

            assertThat(error).isInstanceOf(BridgeError.DeadlineExceeded.class);
            assertThat(error.incident().correlationId()).isEqualTo("mine");
        }
    }

    @Test
    void a_cancellation_reaches_the_socket() throws Exception {
        var arrived = new CountDownLatch(1);
        var cancellation = new Cancellation();
        try (var instance = new Instance(request -> {
                    arrived.countDown();
                    return stalled();
                });
                var line = ClientOf.operatorAt(instance)) {
            var options = CallOptions.builder().cancellation(cancellation).build();
            var outcome = CompletableFuture.supplyAsync(() -> line.client.serverTime(options));
            arrived.await();

            cancellation.cancel();

            assertThat(outcome.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        }
    }

    @Test
    void further_headers_travel_but_never_in_place_of_the_sign_in() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(time()));
                var line = new ClientOf(
                        instance,
                        settings -> settings.operator("admin")
                                .password(Secret.of("p"))
                                .putHeaders("X-Proxy", "always")
                                .putHeaders("X-Mode", "settings"))) {
            var options = CallOptions.builder()
                    .putHeaders("x-mode", "call")
                    .putHeaders("X-Once", "once")
                    .build();

            line.client.serverTime(options).get();
            line.client.serverTime(STANDARD).get();

            assertThat(instance.requests.get(0).getHeaders().get("X-Proxy")).isEqualTo("always");
            assertThat(instance.requests.get(1).getHeaders().values("X-Mode")).containsExactly("call");
            assertThat(instance.requests.get(1).getHeaders().get("X-Once")).isEqualTo("once");
            assertThat(instance.requests.get(2).getHeaders().get("X-Mode")).isEqualTo("settings");
            assertThat(instance.requests.get(2).getHeaders().get("X-Once")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "cookie",
                "x-SECURITY-token",
                "X-Session-Token",
                "SOAPAction",
                "content-type",
                "Host",
                "Transfer-Encoding"
            })
    void a_header_that_the_client_writes_itself_is_refused(String name) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(time()));
                var line = ClientOf.operatorAt(instance)) {
            var options = CallOptions.builder().putHeaders(name, "hunter2").build();

            var error = line.client.serverTime(options).getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).contains(name).doesNotContain("hunter2");
            assertThat(instance.requests)
                    .noneMatch(request -> "hunter2".equals(request.getHeaders().get(name)));
        }
    }

    private static String body(SoapMethod method) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(response("")));
                var line = ClientOf.operatorAt(instance)) {
            assertThat(line.client.call(method, STANDARD).isRight()).isTrue();
            return Objects.requireNonNull(instance.requests.get(1).getBody()).utf8();
        }
    }

    private static Either<BridgeError, SoapOutputs> answered(String outputs, SoapMethod.Builder method)
            throws Exception {
        try (var instance = new Instance(request -> Instance.ok(response(outputs)));
                var line = ClientOf.operatorAt(instance)) {
            return line.client.call(method.build(), STANDARD);
        }
    }

    private static String response(String outputs) {
        return Answers.envelope("<DoResponse xmlns='urn:nms:thing'>" + outputs + "</DoResponse>");
    }

    private static String time() {
        return response("<t xsi:type='xsd:dateTime'>2026-01-02T03:04:05.006Z</t>");
    }

    private static MockResponse stalled() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    private static XmlElement nested(int depth) {
        XmlElement element = XmlElement.of("a");
        for (int i = 1; i < depth; i++) {
            element = XmlElement.of("a").with(element);
        }
        return element;
    }
}
