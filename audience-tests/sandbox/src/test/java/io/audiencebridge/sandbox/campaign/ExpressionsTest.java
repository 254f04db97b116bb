// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionsTest {
    private static final List<SeedRecipient> PEOPLE = List.of(
            new SeedRecipient(
                    "1",
                    "Ada@Example.com",
                    "A$1",
                    List.of("v1"),
                    false,
                    Map.of(
                            "@firstName", "ada",
                            "@lastName", "LOVELACE",
                            "@birthDate", "1815-12-10",
                            "location/@city", "London",
                            "@emailFormat", "2")),
            new SeedRecipient("2", "bob@test.org", "", List.of(), false, Map.of("location/@city", "London")),
            new SeedRecipient(
                    "3",
                    "cyd@example.com",
                    "C%3",
                    List.of("v3"),
                    true,
                    Map.of("@firstName", " cyd ", "@lastName", "🦉_owl")));

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@declaredId = 'A' + Char('36') + '1'|1",
                "@declaredId LIKE '%' + Char('36') + '%'|1",
                "@id + 1 = 3|2",
                "(@id + 1) * 2 &gt; 6|3",
                "@id &gt; 1 AND (@id &lt; 3 OR @email = 'none')|2",
                "Left(@email, 3) = 'bob'|2",
                "Right(@email, 3) = 'org'|2",
                "Substring(@email, 2, 2) = 'ob'|2",
                "Charindex(@email, '@') = 4|1,2,3",
                "Length(@firstName) = 3|1",
                "Ltrim(Rtrim(@firstName)) = 'cyd'|3",
                "Smart(@lastName) = 'Lovelace'|1",
                "Md5Digest('a') = '0cc175b9c0f1b6a831c399e269772661' AND @id = 1|1",
                "GetEmailDomain(@email) = 'test.org'|2",
                "@domain = 'test.org'|2",
                "Iif(@blackList = 1, 'out', 'in') = 'out'|3",
                "Case(When(@id = 1, 'one'), When(@id = 2, 'two'), Else('more')) = 'more'|3",
                "Decode(@id, 1, 'one', 'other') = 'one'|1",
                "Coalesce(@declaredId, @email) = 'bob@test.org'|2",
                "NoNull(@declaredId, 'none') = 'none'|2",
                "IsBitSet(@id, 2)|2,3",
                "Mod(@id, 2) = 1|1,3",
                "Round(@id / 2, 0) = 1|1,2",
                "Ceil(2.1) = 3 AND Floor(2.9) = 2 AND Abs(-2) = 2|1,2,3",
                "ToInteger('07') = 7 AND ToDouble('1.50') = 1.5|1,2,3",
                "ToString(@id) = '2'|2",
                "@birthDate = #1815-12-10#|1",
                "@birthDate &lt; #1900-01-01#|1",
                "Year(@birthDate) = 1815 AND Month(@birthDate) = 12 AND Day(@birthDate) = 10|1",
                "AddDays(@birthDate, 1) = #1815-12-11#|1",
                "SubMonths(@birthDate, 1) = #1815-11-10T00:00:00Z#|1",
                "DaysDiff(#2026-01-03#, #2026-01-01#) = 2|1,2,3",
                "@created &gt; DaysAgo(1)|1,2,3",
                "@lastModified &lt;= GetDate()|1,2,3",
                "DateOnly(#2026-01-02T03:04:05.006Z#) = #2026-01-02#|1,2,3",
                "Hour(TruncDate(#2026-01-02T03:44:05Z#, 3600)) = 3|1,2,3",
                "[location/@city] = 'London'|1,2",
                "RowId() = 3|3",
                "@id IN (1, @id)|1,2,3",
                "@email NOT LIKE '%example%'|1,2",
                "@declaredId IS NOT NULL|1,3",
                "@lastName LIKE '🦉\\_%'|3",
                "@lastName LIKE '_\\_owl'|3"
            })
    void an_expression_selects(String expression, String expected) {
        assertThat(String.join(",", ids("<condition expr=\"" + expression + "\"/>")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<condition expr='@email = $(folder)'/>",
                "<condition expr='[SQLDATA[1=1]]'/>",
                "<condition sql='1=1'/>",
                "<condition expr='1=1' enabledIf='true'/>",
                "<condition expr='@email'/>",
                "<condition expr='@id = 1 = 1'/>",
                "<condition expr='Count(@id) = 1'/>",
                "<condition expr='Lower(@email, 1) = 1'/>",
                "<condition expr='@birthDate = #yesterday#'/>",
                "<condition expr=\"@email = 'x' OR 1=1 --\"/>",
                "<condition expr=\"@email = 'unclosed\"/>",
                "<condition boolOperator='XOR' expr='@id = 1'/>",
                "<condition setOperator='ANY' expr='@id'/>",
                "<condition setOperator='EXISTS' expr='nothing'/>"
            })
    void what_is_not_of_the_language_is_a_fault(String condition) {
        assertThat(query(condition)).contains("SOAP-ENV:Fault").containsPattern("XTK-1700(06|36)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<condition setOperator='NOT EXISTS' expr='trackingLog'/>|2",
                "<condition setOperator='EXISTS' expr='trackingLog'><condition expr=\"@sourceId = 'v3'\"/></condition>|3",
                "<condition setOperator='EXISTS' expr='trackingLog'><condition expr='@id &gt; 1'/></condition>|3",
                "<condition setOperator='EXISTS' expr='folder'/>|1,2,3",
                "<condition expr='@id = 1'/><condition boolOperator='OR' expr='@id = 3'/>|1,3",
                "<condition><condition expr='@id = 1'/><condition bool-operator='OR' expr='@id = 2'/></condition>"
                        + "<condition boolOperator='AND' expr='@id &gt; 1'/>|2",
                "<condition ignore='true' expr='@id = 1'/>|1,2,3",
                "<condition setOperator='IN' expr='@id'><subQuery schema='nms:trackingLogRcp'><select>"
                        + "<node expr='[@recipient-id]'/></select></subQuery></condition>|1,3"
            })
    void conditions_are_nested_and_take_sets(String condition, String expected) {
        assertThat(String.join(",", ids(condition))).isEqualTo(expected);
    }

    @Test
    void rows_are_counted_and_added_up_by_groups() {
        String body = soap.query("<queryDef schema='nms:recipient' operation='select'><select>"
                        + "<node expr='[location/@city]' groupBy='true'/><node expr='Count(@id)' alias='@count'/>"
                        + "<node expr='Max(@id)' alias='@max'/><node expr='Sum(@id)' alias='@sum'/>"
                        + "<node expr='Avg(@id)' alias='@avg'/></select>"
                        + "<orderBy><node expr='Count(@id)' sortDesc='true'/></orderBy></queryDef>")
                .body();

        assertThat(body)
                .contains("<recipient count='2' max='2' sum='3' avg='1.5'><location city='London'/></recipient>"
                        + "<recipient count='1' max='3' sum='3' avg='3'><location city=''/></recipient>");
    }

    @Test
    void groups_are_filtered_by_having_and_all_rows_are_one_group_without_a_key() {
        String having = soap.query("<queryDef schema='nms:recipient' operation='select'><select>"
                        + "<node expr='[location/@city]' alias='@city'/></select>"
                        + "<groupBy><node expr='[location/@city]'/></groupBy>"
                        + "<having><condition expr='CountAll() &gt; 1'/></having></queryDef>")
                .body();
        String newest = soap.query("<queryDef schema='nms:trackingLogRcp' operation='get'><select>"
                        + "<node expr='Max(@id)' alias='@newest'/><node expr='CountDistinct(@sourceId)' alias='@ids'/>"
                        + "</select></queryDef>")
                .body();

        assertThat(Soap.all("city='([^']*)'", having)).containsExactly("London");
        assertThat(newest).contains("<trackingLogRcp newest='2' ids='2'/>");
    }

    @Test
    void equal_rows_come_once_if_asked_for() {
        String body = soap.query("<queryDef schema='nms:recipient' operation='select' distinct='true'><select>"
                        + "<node expr='[location/@city]' alias='@city'/></select></queryDef>")
                .body();

        assertThat(Soap.all("city='([^']*)'", body)).containsExactly("London", "");
    }

    @Test
    void enumerations_are_put_into_words_and_collections_into_elements() {
        String body = soap.query("<queryDef schema='nms:recipient' operation='get'><select>"
                        + "<node expr='@emailFormat' analyze='true'/><node expr='folder'/>"
                        + "<node expr='trackingLog'><node expr='@sourceId'/></node></select>"
                        + "<where><condition expr='@id = 1'/></where></queryDef>")
                .body();

        assertThat(body)
                .contains("<recipient emailFormat='2' emailFormatName='html' emailFormatLabel='HTML'>"
                        + "<folder _cs='Recipients'/><trackingLog sourceId='v1'/></recipient>");
    }

    @Test
    void an_offset_without_an_order_is_a_fault_unless_the_rules_are_relaxed() {
        String definition = "<queryDef schema='nms:recipient' operation='select' startLine='1'><select>"
                + "<node expr='@id'/></select></queryDef>";
        String strict = soap.query(definition).body();

        sandbox.campaignData().rules(new io.audiencebridge.sandbox.SandboxCampaignRules(false, false, 1));

        assertThat(strict).contains("XTK-170036");
        assertThat(Soap.all("<recipient id='([^']*)'", soap.query(definition).body()))
                .containsExactly("2");
    }

    @Test
    void the_newest_come_first_if_asked_for() {
        String body = soap.query("<queryDef schema='nms:trackingLogRcp' operation='select' lineCount='1'><select>"
                        + "<node expr='@id'/></select><orderBy><node expr='@id' sortDesc='true'/></orderBy></queryDef>")
                .body();

        assertThat(Soap.all(" id='([^']*)'", body)).containsExactly("2");
    }

    @Test
    void a_list_with_a_table_of_its_own_is_read_as_a_temporary_schema() {
        String list = sandbox.campaignData().addOwnTableList("Own", List.of("3", "1"));

        String rows = soap.query("<queryDef schema='temp:group:" + list + "' operation='select'><select>"
                        + "<node expr='@id'/><node expr='[target/@email]'/></select>"
                        + "<orderBy><node expr='@id'/></orderBy></queryDef>")
                .body();
        String layout = soap.query("<queryDef schema='nms:group' operation='get'><select><node expr='@type'/>"
                        + "<node expr='extension'/></select><where><condition expr='@id = " + list
                        + "'/></where></queryDef>")
                .body();
        String relation = soap.query("<queryDef schema='nms:rcpGrpRel' operation='count'><where>"
                        + "<condition expr='[@group-id] = " + list + "'/></where></queryDef>")
                .body();

        assertThat(rows)
                .contains("<query-collection><query id='1'><target email='Ada@Example.com'/></query><query id='3'>");
        assertThat(layout).contains("type='1'").contains("sqltable='grp" + list + "'");
        assertThat(relation).contains("count='0'");
    }

    @Test
    void an_unknown_or_expired_temporary_schema_is_a_fault() {
        String list = sandbox.campaignData().addOwnTableList("Own", List.of());
        sandbox.campaignData().save("nms:group", Map.of("@id", list, "@expirationDate", "2020-01-01 00:00:00.000Z"));

        for (String id : List.of(list, "1", "all")) {
            assertThat(soap.query("<queryDef schema='temp:group:" + id + "' operation='count'/>")
                            .body())
                    .contains("XTK-170024");
        }
    }

    private List<String> ids(String conditions) {
        return Soap.all("<recipient id='([^']*)'", query(conditions));
    }

    private String query(String conditions) {
        return soap.query("<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                        + "<where>" + conditions + "</where><orderBy><node expr='@id'/></orderBy></queryDef>")
                .body();
    }
}
