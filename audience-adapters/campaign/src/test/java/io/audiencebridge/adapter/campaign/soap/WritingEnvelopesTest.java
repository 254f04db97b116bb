// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes as Campaign's documents and Adobe's own client show them. */
class WritingEnvelopesTest {
    private static final XPath ID = XPath.of("@id");
    private static final XPath LABEL = XPath.of("@label");
    private static final String HEAD =
            "<?xml version='1.0' encoding='UTF-8'?><SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\""
                    + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xmlns:ns=\"http://xml.apache.org/xml-soap\">";

    @Test
    void a_query_is_the_documented_envelope() {
        var query = Query.on("nms:recipient")
                .select(ID)
                .selectAs(XPath.of("@folder"), XPath.of("[folder/@label]"))
                .where(Condition.greaterThan(ID, Literal.of(-3)))
                .where(Condition.exists(
                        XPath.of("rcpGrpRel"), Condition.equal(XPath.of("[@group-id]"), Literal.of(1872))))
                .orderBy(ID)
                .build();

        var written = written(queried(query), "TOK", "SEC");

        assertThat(written)
                .isEqualTo(HEAD
                        + "<SOAP-ENV:Header><X-Security-Token>SEC</X-Security-Token></SOAP-ENV:Header><SOAP-ENV:Body>"
                        + "<m:ExecuteQuery xmlns:m=\"urn:xtk:queryDef\" SOAP-ENV:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">"
                        + "<sessiontoken xsi:type=\"xsd:string\">TOK</sessiontoken>"
                        + "<document xsi:type=\"\" SOAP-ENV:encodingStyle=\"http://xml.apache.org/xml-soap/literalxml\">"
                        + "<queryDef schema=\"nms:recipient\" operation=\"select\" lineCount=\"200\" xtkschema=\"xtk:queryDef\">"
                        + "<select><node expr=\"@id\"/><node expr=\"[folder/@label]\" alias=\"@folder\"/></select>"
                        + "<where><condition boolOperator=\"AND\" expr=\"@id > -3\"/>"
                        + "<condition boolOperator=\"AND\" expr=\"rcpGrpRel\" setOperator=\"EXISTS\">"
                        + "<condition boolOperator=\"AND\" expr=\"[@group-id] = 1872\"/></condition></where>"
                        + "<orderBy><node expr=\"@id\" sortDesc=\"false\"/></orderBy>"
                        + "</queryDef></document></m:ExecuteQuery></SOAP-ENV:Body></SOAP-ENV:Envelope>");
    }

    @Test
    void every_value_is_escaped_and_line_breaks_survive_in_attributes() {
        var query = Query.on("nms:group")
                .where(Condition.equal(LABEL, Literal.of("o'x\\y<z & \"q\"\n]]>")))
                .build();

        var written = written(queried(query), "a<b&c", "");

        assertThat(written)
                .contains("expr=\"@label = 'o\\'x\\\\y&lt;z &amp; &quot;q&quot;&#xa;]]>'\"")
                .contains("<sessiontoken xsi:type=\"xsd:string\">a&lt;b&amp;c</sessiontoken>");
    }

    @Test
    void characters_beyond_the_basic_plane_survive() {
        var query = Query.on("nms:group")
                .where(Condition.equal(LABEL, Literal.of("Zoë 😀")))
                .build();

        var written = written(queried(query), "", "");

        assertThat(written).contains("'Zoë 😀'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0008b", "a\uFFFEb", "a\uD800b"})
    void what_xml_cannot_carry_is_refused_before_anything_is_sent(String text) {
        var query = Query.on("nms:group")
                .where(Condition.equal(LABEL, Literal.of(text)))
                .build();

        assertThatThrownBy(() -> written(queried(query), "", ""))
                .isInstanceOf(MarkupWriter.Uncarriable.class)
                .hasMessageContaining("position 12")
                .message()
                .doesNotContain(text);
    }

    private static SoapCall queried(Query query) {
        var markup = new SelectMarkup(query, "select", new SelectMarkup.Window(Vector.empty(), 0, 200));
        return new SoapCall(
                "xtk:queryDef", "ExecuteQuery", markup.subjects(), true, out -> out.document("document", markup));
    }

    private static String written(SoapCall call, String session, String security) {
        return new String(Envelope.write(call, session, security), StandardCharsets.UTF_8);
    }
}
