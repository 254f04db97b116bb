// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as recorded from real servers, and what hostile or broken ones do. */
class ReadingAnswersTest {
    @Test
    void rows_are_flattened_to_paths() throws Exception {
        var rows = rows("""
                <recipient-collection>
                  <recipient id="1" email="a@b.c" _cs="ignored"><folder label="L"/><desc>one<![CDATA[ & two]]></desc></recipient>
                  <recipient id="-2147483648"/>
                </recipient-collection>""");

        assertThat(rows)
                .containsExactly("id=1 email=a@b.c _cs=ignored folder/label=L desc=one & two", "id=-2147483648");
    }

    @Test
    void names_of_prefixes_and_of_the_collection_do_not_matter() throws Exception {
        var answer = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header><x/></e:Header><e:Body>"
                + "<q:ExecuteQueryResponse xmlns:q='urn:xtk:queryDef'><whatever><workflow_12-collection><query id='7'/>"
                + "</workflow_12-collection></whatever></q:ExecuteQueryResponse></e:Body></e:Envelope>";

        assertThat(read(answer)).containsExactly("id=7");
    }

    @Test
    void an_empty_collection_has_no_rows() throws Exception {
        assertThat(rows("<recipient-collection/>")).isEmpty();
    }

    @Test
    void a_fault_gives_all_its_codes_in_order() throws Exception {
        var fault = Answer.of(
                        bytes(envelope("<SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode>"
                                + "<faultstring xsi:type='xsd:string'>SOP-330011 Error while executing the method 'ExecuteQuery'</faultstring>"
                                + "<detail xsi:type='xsd:string'>XTK-170036 Unable to parse expression '@emial'.\nXTK-170006 bad\nXTK-170036 again</detail>"
                                + "</SOAP-ENV:Fault>")),
                        Answer::nothing)
                .getLeft();

        assertThat(fault.codes()).containsExactly("SOP-330011", "XTK-170036", "XTK-170006");
        assertThat(fault.mentions("@EMIAL")).isTrue();
        assertThat(fault.toString()).doesNotContain("emial");
    }

    @Test
    void a_code_in_data_is_no_fault() throws Exception {
        assertThat(rows("<recipient-collection><recipient email='XSV-350008'/></recipient-collection>"))
                .containsExactly("email=XSV-350008");
    }

    @Test
    void an_external_entity_is_refused_and_never_fetched() {
        var answer = "<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + envelope("<R><p>&x;</p></R>");

        assertThatThrownBy(() -> Answer.of(bytes(answer), ReadingAnswersTest::firstText))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void entities_that_multiply_are_refused() {
        var answer = "<!DOCTYPE e [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + envelope("<R><p>&b;&b;</p></R>");

        assertThatThrownBy(() -> Answer.of(bytes(answer), ReadingAnswersTest::firstText))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void elements_nested_without_end_are_refused() {
        var answer = envelope("<R>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</R>");

        assertThatThrownBy(() -> Answer.of(bytes(answer), Answer::nothing)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void an_attribute_without_end_is_refused() {
        var answer = envelope("<R><a b='" + "x".repeat(1 << 20) + "'/></R>");

        assertThatThrownBy(() -> Answer.of(bytes(answer), Answer::nothing)).isInstanceOf(XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Log on</body></html>",
                "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'/>",
                "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body/></SOAP-ENV:Envelope>",
                "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body><R><p><a-collection><a id='1'/>",
                "<Envelope><Body><R/></Body></Envelope>",
                "<"
            })
    void what_is_no_complete_envelope_is_refused(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(XMLStreamException.class);
    }

    private static String firstText(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        return Pull.text(xml);
    }

    private static List<String> rows(String output) throws XMLStreamException {
        return read(envelope("<ExecuteQueryResponse xmlns='urn:xtk:queryDef'><pdomOutput xsi:type='ns:Element'>"
                + output + "</pdomOutput></ExecuteQueryResponse>"));
    }

    private static List<String> read(String answer) throws XMLStreamException {
        List<String> found = new ArrayList<>();
        Answer.of(bytes(answer), xml -> CampaignSoap.rows(xml, row -> found.add(text(row))))
                .get();
        return found;
    }

    private static String text(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(row.path(i) + "=" + row.value(i));
        }
        return String.join(" ", values);
    }

    private static String envelope(String body) {
        return Answers.envelope(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
