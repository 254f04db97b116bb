// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are out for memory, for time or for files: each ends in a clear error. */
class HostileAnswersTest {
    private static final long HUGE = 100_000_000;
    private static final String START =
            "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body>"
                    + "<ExecuteQueryResponse xmlns='urn:xtk:queryDef'><pdomOutput><r-collection>";
    private static final String END =
            "</r-collection></pdomOutput></ExecuteQueryResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>";

    /** In a Java with 48 MB: what is 100 MB and more cannot have been kept. */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void nothing_that_a_server_sends_fills_a_small_memory() throws Exception {
        Map<String, HostileServer.Body> bodies = new LinkedHashMap<>();
        bodies.put("an attribute", out -> around("<r id='", "x", "'/>", out));
        bodies.put("a text", out -> around("<r id='1'><t>", "x", "</t></r>", out));
        bodies.put("a text in pieces", out -> around("<r id='1'><t>", "x<![CDATA[y]]>", "</t></r>", out));
        bodies.put("a comment", out -> around("<!--", "x", "-->", out));
        bodies.put("a name", out -> around("<", "x", "/>", out));
        bodies.put("an attribute's name", out -> around("<r ", "x", "='1'/>", out));
        bodies.put("an instruction", out -> around("<?x ", "x", "?>", out));
        bodies.put("white space", out -> around("", " ", "", out));
        bodies.put("nesting", out -> around("", "<a>", "", out));
        bodies.put("elements of one row", out -> around("<r id='1'>", "<a b=''/>", "</r>", out));
        bodies.put("a million attributes", HostileAnswersTest::attributes);
        bodies.put("before the document", out -> HostileServer.repeat(" ", HUGE, out));
        bodies.put("no XML", out -> HostileServer.repeat("x", HUGE, out));
        bodies.put("a document type", HostileAnswersTest::documentType);
        bodies.put("behind the document", out -> {
            write(START + END, out);
            HostileServer.repeat("\n", HUGE, out);
        });

        List<HostileServer> servers = new ArrayList<>();
        for (HostileServer.Body body : bodies.values()) {
            servers.add(new HostileServer(body));
        }
        List<String> told = read(servers);

        assertThat(told).hasSameSizeAs(bodies.keySet());
        int at = 0;
        for (String name : bodies.keySet()) {
            assertThat(told.get(at++)).as(name).matches("ProtocolBreach: .* \\| ProtocolBreach: .*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE e [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;'>]>",
                "<!DOCTYPE e SYSTEM 'http://127.0.0.1:9/e.dtd'>",
                "<!DOCTYPE e>"
            })
    void a_document_type_is_refused_and_nothing_of_it_fetched_or_expanded(String type) throws Exception {
        assertThat(refused(type + START + "<r id='1'><t>&x;</t></r>" + END)).contains("a document type");
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() throws Exception {
        refused(START + "<r id='1'><t>&x;</t></r>" + END);
        refused(START + "<r id='&x;'/>" + END);
    }

    @Test
    void bytes_of_another_encoding_than_declared_are_refused() throws Exception {
        var answer = "<?xml version='1.0' encoding='UTF-8'?>" + START + "<r id='1' email='zoë'/>" + END;

        assertThat(refused(answer, StandardCharsets.ISO_8859_1)).contains("not of the encoding that it declares");
    }

    @Test
    void an_encoding_that_nobody_knows_is_refused() throws Exception {
        refused("<?xml version='1.0' encoding='x-none'?>" + START + END);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-16", "UTF-16BE, UTF-16BE", "UTF-16LE, UTF-16LE", "ISO-8859-1, ISO-8859-1", "UTF-8, UTF-8"})
    void an_encoding_that_is_declared_truly_is_read(String declared, String written) throws Exception {
        var answer = "<?xml version='1.0' encoding='" + declared + "'?>" + START + "<r id='1' email='zoë'/>" + END;
        try (var instance = new Instance(request -> bytes(
                request.getBody().utf8().contains("@id >") ? START + END : answer,
                request.getBody().utf8().contains("@id >") ? StandardCharsets.UTF_8 : Charset.forName(written)))) {
            try (var rows =
                    instance.withOperator().rows(query(), 10, Instance.call()).get()) {
                assertThat(rows.next().get()).isTrue();
                assertThat(rows.row().text(XPath.of("@email"))).isEqualTo("zoë");
                assertThat(rows.next().get()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r id='1' a='\0'/>",
                "<r id='1'>\0</r>",
                "<r id='1' a='&#0;'/>",
                "<r id='1' id='2'/>",
                "<r id='1' a='<'/>",
                "<r id=1/>",
                "</wrong>",
                "<p:r id='1'/>",
                "<r id='1'><![CDATA[x</r>"
            })
    void broken_xml_is_refused(String row) throws Exception {
        refused(START + row + END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<more/>", "text", "<!DOCTYPE e>", "&amp;", "\0"})
    void what_follows_the_document_is_refused(String more) throws Exception {
        refused(START + END + more);
    }

    @Test
    void a_hundred_thousand_rows_in_one_page_of_ten_are_refused_at_the_eleventh() throws Exception {
        try (var server = new HostileServer(out -> {
            write(START, out);
            for (long id = 1; ; id++) {
                write("<r id='" + id + "'/>", out);
            }
        })) {
            assertThat(read(List.of(server)).get(0)).contains("more rows than the 10000 asked for");
        }
    }

    private static String refused(String answer) throws Exception {
        return refused(answer, StandardCharsets.UTF_8);
    }

    /** What a reader of rows is told, which must be what a count is told. */
    private static String refused(String answer, Charset charset) throws Exception {
        try (var instance = new Instance(request -> bytes(answer, charset))) {
            var soap = instance.withOperator();
            BridgeError error = soap.rows(query(), 10, Instance.call())
                    .flatMap(rows -> {
                        try (rows) {
                            var next = rows.next();
                            while (next.isRight() && next.get()) {
                                next = rows.next();
                            }
                            return next;
                        }
                    })
                    .getLeft();
            assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(soap.count(query(), Instance.call()).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(error.message()).doesNotContain("hostname", "zoë", "aaaa");
            return error.message();
        }
    }

    private static List<String> read(List<HostileServer> servers) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                SmallReader.class.getName()));
        for (HostileServer server : servers) {
            command.add(server.uri().toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process reader = builder.start();
        try {
            return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } finally {
            reader.destroy();
            for (HostileServer server : servers) {
                server.close();
            }
        }
    }

    private static void around(String before, String again, String after, OutputStream out) throws IOException {
        write(START + before, out);
        HostileServer.repeat(again, HUGE, out);
        write(after + END, out);
    }

    private static void attributes(OutputStream out) throws IOException {
        write(START + "<r id='1'", out);
        for (int i = 0; i < 1_000_000; i++) {
            write(" a" + i + "=''", out);
        }
        write("/>" + END, out);
    }

    private static void documentType(OutputStream out) throws IOException {
        write("<!DOCTYPE e [", out);
        HostileServer.repeat("<!ENTITY a 'b'>", HUGE, out);
        write("]>" + START + END, out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Query query() {
        return Query.on("nms:recipient")
                .select(XPath.of("@id"), XPath.of("@email"))
                .build();
    }

    private static MockResponse bytes(String answer, Charset charset) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/xml")
                .body(new Buffer().write(answer.getBytes(charset)))
                .build();
    }
}
