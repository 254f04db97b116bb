// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryingTest {
    private static final String ONE = "0".repeat(37) + "1";
    private static final String TWO = "0".repeat(37) + "2";
    private static final List<SeedRecipient> PEOPLE = List.of(
            new SeedRecipient("-5", "Ada@Example.com", "A1", List.of(ONE, TWO), false),
            new SeedRecipient("7", "o'x\\y<z", "", List.of(), true),
            new SeedRecipient("10", "carl@example.com", "C%3", List.of(TWO), false));

    private final Sandbox sandbox = Sandbox.builder().recipients(PEOPLE).start();
    private Soap soap;

    @BeforeEach
    void signIn() {
        soap = Soap.signedIn(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void pages_by_offset_hold_every_row_once() {
        List<String> ids = new ArrayList<>();
        for (int line = 0; line < 4; line += 2) {
            ids.addAll(
                    ids(
                            "<queryDef schema='nms:recipient' operation='select' startLine='" + line
                                    + "' lineCount='2'><select><node expr='@id'/></select><orderBy><node expr='@id'/></orderBy></queryDef>"));
        }

        assertThat(ids).containsExactly("-5", "7", "10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@id &gt; -5|7,10",
                "@id &gt;= 7 AND @id != 10|7",
                "@email = 'o\\'x\\\\y&lt;z'|7",
                "Lower(@email) = 'ada@example.com'|-5",
                "@email LIKE '%@example.com'|10",
                "@declaredId LIKE '%\\%%'|10",
                "@id IN (7, 10)|7,10",
                "@id IN (10, 99, 7, 10)|7,10",
                "@id NOT IN (7)|-5,10",
                "@id IN (7, 10) AND @id &gt; 7|10",
                "@id = 007|7",
                "@declaredId IS NULL|7",
                "NOT (@blackList = 1) OR @id = 7|-5,7,10",
                "@blackList = 1|7",
                "[folder/@name] = 'nmsRootRecipient'|-5,7,10"
            })
    void a_condition_selects(String expression, String expected) {
        String attribute = expression.replace("\"", "&quot;");
        String definition = "<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                + "<where><condition expr=\"" + attribute
                + "\"/></where><orderBy><node expr='@id'/></orderBy></queryDef>";

        assertThat(ids(definition)).containsExactly(expected.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@email = 'x' OR 1=1 --",
                "@shoeSize = 1",
                "[nowhere/@id] = 1",
                "Sleep(5) = 1",
                "@id = ",
                "[SQLDATA[1]] = 1"
            })
    void what_the_language_does_not_have_is_a_fault(String expression) {
        String body = soap.query(
                        "<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                                + "<where><condition expr=\"" + expression + "\"/></where></queryDef>")
                .body();

        assertThat(body).contains("SOAP-ENV:Fault").containsPattern("XTK-17000?6|XTK-170036");
    }

    @Test
    void tracking_logs_are_joined_one_row_for_each() {
        String body = soap.query(
                        "<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/>"
                                + "<node expr='[trackingLog/@sourceId]'/></select><orderBy><node expr='@id'/></orderBy></queryDef>")
                .body();

        assertThat(Soap.all("<recipient id='([^']*)'>", body)).containsExactly("-5", "-5", "7", "10");
        assertThat(Soap.all("<trackingLog sourceId='([^']*)'", body)).containsExactly(ONE, TWO, "", TWO);
    }

    @Test
    void tracking_logs_can_be_read_by_recipient() {
        String body = soap.query("<queryDef schema='nms:trackingLogRcp' operation='select'>"
                        + "<select><node expr='[@recipient-id]'/><node expr='@sourceId'/></select>"
                        + "<where><condition expr='[@recipient-id] &gt; -5'/></where>"
                        + "<orderBy><node expr='[@recipient-id]'/><node expr='@id'/></orderBy></queryDef>")
                .body();

        assertThat(Soap.all("recipient-id='([^']*)'", body)).containsExactly("10");
        assertThat(Soap.all("sourceId='([^']*)'", body)).containsExactly(TWO);
    }

    @Test
    void members_of_a_list_are_found_from_both_ends() {
        String list = sandbox.campaignData().addList("Two", List.of("10", "-5"));

        String relation = soap.query(
                        "<queryDef schema='nms:rcpGrpRel' operation='select'><select><node expr='[@recipient-id]'/>"
                                + "</select><where><condition expr='[@group-id] = " + list + "'/></where>"
                                + "<orderBy><node expr='[@recipient-id]'/></orderBy></queryDef>")
                .body();
        List<String> exists =
                ids("<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                        + "<where><condition expr='rcpGrpRel' setOperator='EXISTS'><condition expr='[@group-id] = "
                        + list
                        + "'/></condition></where><orderBy><node expr='@id' sortDesc='true'/></orderBy></queryDef>");

        assertThat(Soap.all("recipient-id='([^']*)'", relation)).containsExactly("-5", "10");
        assertThat(exists).containsExactly("10", "-5");
    }

    @ParameterizedTest
    @CsvSource({"IN,-5:10", "NOT IN,7"})
    void a_condition_can_take_its_values_from_another_query(String operator, String expected) {
        String list = sandbox.campaignData().addList("Two", List.of("10", "-5"));

        List<String> found =
                ids("<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                        + "<where><condition expr='@id' setOperator='" + operator
                        + "'><subQuery schema='nms:rcpGrpRel'>"
                        + "<select><node expr='[@recipient-id]'/></select><where><condition expr='[@group-id] = " + list
                        + "'/></where></subQuery></condition></where><orderBy><node expr='@id'/></orderBy></queryDef>");

        assertThat(String.join(":", found)).isEqualTo(expected);
    }

    @Test
    void tracking_logs_of_named_recipients_come_in_the_order_asked_for() {
        String named = "<queryDef schema='nms:trackingLogRcp' operation='select'><select><node expr='@id'/>"
                + "<node expr='[@recipient-id]'/></select><where><condition expr='[@recipient-id] IN (10, 7, -5)'/></where>"
                + "<orderBy><node expr='@id'/></orderBy></queryDef>";

        String body = soap.query(named).body();

        assertThat(Soap.all(" id='([^']*)'", body)).containsExactly("1", "2", "3");
        assertThat(Soap.all("recipient-id='([^']*)'", body)).containsExactly("-5", "-5", "10");
    }

    @Test
    void members_are_counted_and_named_ones_are_found() {
        String list = sandbox.campaignData().addList("Two", List.of("10", "-5"));
        String where = "<where><condition expr='[@group-id] = " + list + "%s'/></where>";

        String count = soap.query(
                        "<queryDef schema='nms:rcpGrpRel' operation='count'>" + where.formatted("") + "</queryDef>")
                .body();
        String named = soap.query("<queryDef schema='nms:rcpGrpRel' operation='select'><select>"
                        + "<node expr='[recipient/@email]'/></select>"
                        + where.formatted(" AND [@recipient-id] IN (7, 10)") + "</queryDef>")
                .body();

        assertThat(count).contains("<rcpGrpRel count='2'/>");
        assertThat(Soap.all("email='([^']*)'", named)).containsExactly("carl@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "count,<recipient count='0'/>",
        "getIfExists,<recipient/>",
        "select,<recipient-collection></recipient-collection>",
        "get,WDB-200011"
    })
    void nothing_found_looks_different_for_each_operation(String operation, String expected) {
        String body = soap.query("<queryDef schema='nms:recipient' operation='" + operation
                        + "'><select><node expr='@id'/></select><where><condition expr='@id = 99'/></where></queryDef>")
                .body();

        assertThat(body).contains(expected);
    }

    @Test
    void an_unknown_schema_is_named() {
        assertThat(soap.query("<queryDef schema='nms:nothing' operation='count'/>")
                        .body())
                .contains("XFR-180000")
                .contains("nms:nothing");
    }

    private List<String> ids(String definition) {
        return Soap.all("<recipient id='([^']*)'", soap.query(definition).body());
    }
}
