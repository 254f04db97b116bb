// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CallTrace;
import io.audiencebridge.adapter.campaign.client.CampaignListener;
import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.adapter.campaign.soap.Answers;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.domain.system.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets planted everywhere, and traces in which none is found. */
class KeepingSecretsTest {
    private static final String PLANTED = "PLANTED-hunter2";
    private static final CallOptions OPTIONS =
            CallOptions.builder().putHeaders("Proxy-Key", PLANTED).build();

    @ParameterizedTest
    @EnumSource(
            value = TraceDetail.class,
            names = {"SHAPES", "VALUES"})
    void no_secret_of_an_external_account_shows_in_request_or_answer(TraceDetail detail) throws Exception {
        var account = XmlElement.of("extAccount");
        for (String name : List.of(
                "password",
                "awsSecret",
                "awsKey",
                "clientSecret",
                "client_secret",
                "bearerToken",
                "accessKey",
                "apiKey")) {
            account = account.with(name, PLANTED).with(XmlElement.of(name).withText(PLANTED));
        }
        var method = SoapMethod.of("xtk:persist", "Write")
                .in("sessionToken", SoapType.STRING, PLANTED)
                .in("doc", SoapType.DOCUMENT, account.with("label", "Zoë"))
                .build();

        var shown = traces(detail, line -> line.client.call(method, OPTIONS), answer("""
                <a xsi:type='ns:Element'><extAccount password='%1$s' awsSecret="%1$s" label='Zoë'>
                <pstrSessionToken>%1$s</pstrSessionToken><Cookie>%1$s</Cookie><Authorization>%1$s</Authorization>
                </extAccount></a>""".formatted(PLANTED)));

        assertThat(shown).doesNotContain(PLANTED).contains("awsSecret", "extAccount", "Proxy-Key");
        assertThat(shown.contains("Zoë")).isEqualTo(detail == TraceDetail.VALUES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=PLANTED-hunter2",
                "PASSWORD = \"PLANTED-hunter2 with blanks\"",
                "password='PLANTED-hunter2 it is'",
                "{\"client_secret\": \"PLANTED-hunter2\"}",
                "{\\\"client_secret\\\": \\\"PLANTED-hunter2\\\"}",
                "awsSecret=&quot;PLANTED-hunter2 x&quot;",
                "Authorization: Bearer PLANTED-hunter2",
                "Authorization: Basic PLANTED-hunter2",
                "bearer PLANTED-hunter2",
                "Cookie: __sessiontoken=PLANTED-hunter2; other=1",
                "X-Security-Token: PLANTED-hunter2",
                "X-Session-Token:PLANTED-hunter2",
                "<password>PLANTED-hunter2</password>",
                "<pstrSecurityToken xsi:type='xsd:string'>PLANTED-hunter2</pstrSecurityToken>",
                "&lt;password&gt;PLANTED-hunter2&lt;/password&gt;",
                "___PLANTED-hunter2",
                "@PLANTED-hunter2PLANTED-hunter2==",
                "eyJPLANTED-hunter2.PLANTED-hunter2.PLANTED-hunter2",
                "grant_type=client_credentials&client_secret=PLANTED-hunter2&scope=x"
            })
    void no_secret_shows_inside_text_however_it_is_quoted_or_nested(String text) throws Exception {
        var method = SoapMethod.of("nms:thing", "Do")
                .in("note", SoapType.STRING, text)
                .in(
                        "element",
                        SoapType.ELEMENT,
                        XmlElement.of("a").with("memo", text).withText(text))
                .build();
        var escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");

        var shown = traces(
                TraceDetail.VALUES,
                line -> line.client.call(method, CallOptions.standard()),
                answer("<x memo='" + escaped + "'>" + escaped + "<![CDATA[" + text + "]]></x>"),
                Instance.status(500, text),
                Instance.ok(Answers.fault("SOP-330011 Error", escaped)));

        assertThat(shown).doesNotContain("hunter2");
    }

    @Test
    void no_token_that_signs_a_request_shows_even_where_nothing_tells_it_from_other_text() throws Exception {
        var heard = new Heard();
        try (var instance =
                        new Instance(request -> answer("<x note='said plain-S3 and other-S4'>plain-S3 other-S4</x>"));
                var line = new ClientOf(
                        instance,
                        settings -> settings.signIn(CampaignSignIn.tokens(Secret.of("plain-S3"), Secret.of("other-S4")))
                                .trace(TraceDetail.VALUES)
                                .addListeners(heard))) {
            line.client.call(
                    SoapMethod.of("nms:thing", "Do")
                            .in("note", SoapType.STRING, "plain-S3 other-S4")
                            .build(),
                    OPTIONS);
        }

        assertThat(heard.shown()).doesNotContain("plain-S3").doesNotContain("other-S4");
    }

    @ParameterizedTest
    @EnumSource(
            value = TraceDetail.class,
            names = {"SHAPES", "VALUES"})
    void no_logon_shows_its_password_or_its_tokens(TraceDetail detail) throws Exception {
        var shown = traces(detail, line -> line.client.serverTime(OPTIONS), answer(""));

        assertThat(shown)
                .contains("Logon", "password", "pstrSessionToken")
                .doesNotContain("p@ss&<1>-planted", "-planted", "___S1", "@T1==");
    }

    @Test
    void a_secret_that_is_asked_for_by_its_name_does_not_show_under_another() throws Exception {
        var shown = traces(
                TraceDetail.VALUES,
                line -> {
                    line.client.option("XtkSecretKey", OPTIONS);
                    line.client.call(
                            SoapMethod.of("xtk:queryDef", "ExecuteQuery")
                                    .on(XmlElement.of("queryDef")
                                            .with(XmlElement.of("node")
                                                    .with("expr", "@password")
                                                    .with("alias", "@x")))
                                    .out("output", SoapType.DOCUMENT)
                                    .build(),
                            OPTIONS);
                    line.client.call(
                            SoapMethod.of("xtk:session", "EncryptPassword")
                                    .in("text", SoapType.STRING, PLANTED)
                                    .out("text", SoapType.STRING)
                                    .build(),
                            OPTIONS);
                },
                answer("<pstrValue xsi:type='xsd:string'>" + PLANTED + "</pstrValue><x x='" + PLANTED + "'/>"));

        assertThat(shown).doesNotContain(PLANTED).contains("XtkSecretKey");
    }

    @Test
    void a_record_that_is_named_as_a_secret_does_not_show_its_value() throws Exception {
        var shown = traces(
                TraceDetail.VALUES,
                line -> line.client.serverTime(OPTIONS),
                answer("<option name='XtkSecretKey' stringValue='" + PLANTED + "'><memo>" + PLANTED
                        + "</memo></option>"));

        assertThat(shown).doesNotContain(PLANTED).contains("XtkSecretKey", "stringValue");
    }

    @Test
    void shapes_show_names_and_sizes_and_nothing_of_people() throws Exception {
        var method = SoapMethod.of("nms:thing", "Do")
                .in("email", SoapType.STRING, "jane@example.com")
                .build();

        var shown = traces(
                TraceDetail.SHAPES,
                line -> line.client.call(method, OPTIONS),
                answer("<recipient email='jane@example.com'><note>Jane</note></recipient>"),
                Instance.status(500, "jane@example.com is unknown"),
                Instance.ok(Answers.fault("SOP-330011", "jane@example.com")));

        assertThat(shown)
                .contains("<email xsi:type=[10]>[16]</email>", "<recipient email=[16]><note>[4]</note></recipient>")
                .doesNotContain("jane", "Jane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "password", "password=\"", "<password", "&quot;", "eyJaaaaaaaaa.", ".", "@A", "___"})
    void a_long_text_is_searched_without_harm(String piece) throws Exception {
        var text = "password=&quot;" + PLANTED + piece.repeat(400_000 / piece.length());
        var method = SoapMethod.of("nms:thing", "Do")
                .in("note", SoapType.STRING, text)
                .build();

        var shown = traces(TraceDetail.VALUES, line -> line.client.call(method, OPTIONS), Instance.status(500, text));

        assertThat(shown).contains("note").doesNotContain(PLANTED);
    }

    @Test
    void an_answer_that_is_cut_shows_as_far_as_it_came() throws Exception {
        var cut =
                "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body><r password='"
                        + PLANTED + "'><a>1</a><b password='" + PLANTED;

        var shown = traces(TraceDetail.VALUES, line -> line.client.serverTime(OPTIONS), Instance.ok(cut));

        assertThat(shown).contains("<a>1</a>", "cut or no XML").doesNotContain(PLANTED);
    }

    private static String traces(TraceDetail detail, Consumer<ClientOf> work, MockResponse... answers)
            throws Exception {
        var heard = new Heard();
        for (MockResponse answer : answers) {
            try (var instance = new Instance(request -> answer);
                    var line = new ClientOf(
                            instance,
                            settings -> settings.operator("admin")
                                    .password(Secret.of("p@ss&<1>-planted"))
                                    .trace(detail)
                                    .addListeners(heard))) {
                work.accept(line);
            }
        }
        assertThat(heard.traces).isNotEmpty();
        return heard.shown();
    }

    private static MockResponse answer(String outputs) {
        return Instance.ok(Answers.envelope("<R xmlns='urn:nms:thing'>" + outputs + "</R>"));
    }

    /** Keeps the traces. */
    private static final class Heard implements CampaignListener {
        final List<CallTrace> traces = new CopyOnWriteArrayList<>();

        @Override
        public void traced(CallTrace trace) {
            traces.add(trace);
        }

        String shown() {
            StringBuilder all = new StringBuilder();
            traces.forEach(trace -> all.append(trace.request())
                    .append('\n')
                    .append(trace.answer())
                    .append('\n'));
            return all.toString();
        }
    }
}
