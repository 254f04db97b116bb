// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
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
    void white_space_at_the_ends_of_a_value_belongs_to_it() throws Exception {
        var rows = rows("<c><r a=' 1' b='' c='2 ' d=' ' e='&#10;3&#9;' f=''/><r a='' b=' '/><r a=' '/><r a='x' b='  '/>"
                + "<r a='' b='y'/><r a='z '/><r/></c>");

        assertThat(rows)
                .containsExactly("a= 1 b= c=2  d=  e=\n3\t f=", "a= b= ", "a= ", "a=x b=  ", "a= b=y", "a=z ", "");
    }

    @Test
    void names_declared_in_a_row_are_no_values_of_it() throws Exception {
        var rows = rows(
                "<c><r a='1' xmlns:n=' urn:n ' b='' n:c=' 2' d=' '/><r xmlns='urn:r' xmlns:n='n' a='' b='3'/></c>");

        assertThat(rows).containsExactly("a=1 b= c= 2 d= ", "a= b=3");
    }

    @Test
    void characters_of_every_plane_and_values_of_any_length_are_read() throws Exception {
        var text = "\u00E9\u4E2D\uD83D\uDE00".repeat(5000);

        assertThat(rows("<c><r a='" + text + "' b='1'/><r a='2'/></c>")).containsExactly("a=" + text + " b=1", "a=2");
    }

    @Test
    void elements_of_a_row_have_their_places_in_every_row() throws Exception {
        var rows = rows("<c><r><l x='1'><m y='2'/></l><l x='3'>t</l></r><r><l x='4'><m y='5'>u</m></l></r></c>");

        assertThat(rows).containsExactly("l/x=1 l/m/y=2 l/x=3 l=t", "l/x=4 l/m/y=5 l/m=u");
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
        var fault = answer(
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

        assertThatThrownBy(() -> answer(bytes(answer), ReadingAnswersTest::firstText))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void entities_that_multiply_are_refused() {
        var answer = "<!DOCTYPE e [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + envelope("<R><p>&b;&b;</p></R>");

        assertThatThrownBy(() -> answer(bytes(answer), ReadingAnswersTest::firstText))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void elements_nested_without_end_are_refused() {
        var answer = envelope("<R>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</R>");

        assertThatThrownBy(() -> answer(bytes(answer), Answer::nothing)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void an_attribute_without_end_is_refused() {
        var answer = envelope("<R><a b='" + "x".repeat(1 << 20) + "'/></R>");

        assertThatThrownBy(() -> answer(bytes(answer), Answer::nothing)).isInstanceOf(XMLStreamException.class);
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
        answer(bytes(answer), xml -> {
                    Answer.parameter(xml);
                    Answer.parameter(xml);
                    while (Pull.child(xml)) {
                        found.add(text(new Row().fill(xml)));
                    }
                    return true;
                })
                .get();
        return found;
    }

    private static <T> Either<Fault, T> answer(byte[] body, Answer<T> answer) throws XMLStreamException {
        XMLStreamReader2 xml = Pull.over(new ByteArrayInputStream(body));
        Either<Fault, Boolean> entered = Answer.enter(xml);
        return entered.isLeft() ? Either.left(entered.getLeft()) : Either.right(answer.read(xml));
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
