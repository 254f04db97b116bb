// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Term;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Typed queries as Campaign's documents show them. */
class WritingQueriesTest {
    private static final XPath ID = XPath.of("@id");

    @Test
    void everything_of_a_query_has_its_documented_place() {
        var query = Query.on("nms:recipient")
                .select(ID)
                .selectAs(XPath.of("@folderLabel"), XPath.of("folder/@label"))
                .where(Condition.containing(XPath.of("@email"), "@example.com"))
                .where(Condition.exists(
                        XPath.of("rcpGrpRel"), Condition.equal(XPath.of("@group-id"), Literal.of(1872))))
                .orderByDescending(XPath.of("@lastModified"))
                .orderBy(ID)
                .build();

        assertThat(written(query, "select", new SelectMarkup.Window(Vector.empty(), 400, 200)))
                .isEqualTo(
                        "<queryDef schema=\"nms:recipient\" operation=\"select\" lineCount=\"200\" startLine=\"400\" xtkschema=\"xtk:queryDef\">"
                                + "<select><node expr=\"@id\"/><node expr=\"[folder/@label]\" alias=\"@folderLabel\"/></select>"
                                + "<where><condition boolOperator=\"AND\" expr=\"@email LIKE '%@example.com%'\"/>"
                                + "<condition boolOperator=\"AND\" expr=\"rcpGrpRel\" setOperator=\"EXISTS\">"
                                + "<condition boolOperator=\"AND\" expr=\"[@group-id] = 1872\"/></condition></where>"
                                + "<orderBy><node expr=\"@lastModified\" sortDesc=\"true\"/><node expr=\"@id\" sortDesc=\"false\"/></orderBy>"
                                + "</queryDef>");
    }

    @Test
    void a_query_within_a_condition_is_a_sub_query() {
        var members = Query.on("nms:rcpGrpRel")
                .select(XPath.of("@recipient-id"))
                .where(Condition.equal(XPath.of("@group-id"), Literal.of(7)))
                .build();
        var query = Query.on("nms:recipient")
                .where(Condition.not(Condition.in(ID, members)))
                .build();

        assertThat(written(query, "count", SelectMarkup.Window.ONE))
                .isEqualTo(
                        "<queryDef schema=\"nms:recipient\" operation=\"count\" xtkschema=\"xtk:queryDef\"><where>"
                                + "<condition boolOperator=\"AND\" expr=\"@id\" setOperator=\"NOT IN\"><subQuery schema=\"nms:rcpGrpRel\">"
                                + "<select><node expr=\"[@recipient-id]\"/></select><where>"
                                + "<condition boolOperator=\"AND\" expr=\"[@group-id] = 7\"/></where></subQuery></condition></where></queryDef>");
    }

    @Test
    void conditions_side_by_side_carry_one_operator() {
        var query = Query.on("nms:recipient")
                .where(Condition.or(
                        Condition.isEmpty(XPath.of("@email")),
                        Condition.and(Condition.lessThan(ID, Literal.of(0)), Condition.isNull(ID))))
                .build();

        assertThat(written(query, "count", SelectMarkup.Window.ONE))
                .contains(
                        "<condition boolOperator=\"AND\"><condition boolOperator=\"OR\"><condition boolOperator=\"OR\" expr=\"@email IS NULL\"/>"
                                + "<condition boolOperator=\"OR\" expr=\"@email = ''\"/></condition>"
                                + "<condition boolOperator=\"OR\"><condition boolOperator=\"AND\" expr=\"@id &lt; 0\"/>"
                                + "<condition boolOperator=\"AND\" expr=\"@id IS NULL\"/></condition></condition>");
    }

    @Test
    void groups_and_distinct_rows_are_asked_for() {
        var query = Query.on("nms:recipient")
                .select(XPath.of("@domain"))
                .selectAs(XPath.of("@people"), Term.count())
                .groupBy(XPath.of("@domain"))
                .distinct(true)
                .build();

        assertThat(written(query, "select", SelectMarkup.Window.ONE))
                .contains(" distinct=\"true\"")
                .contains("<node expr=\"Count()\" alias=\"@people\"/>")
                .contains("<groupBy><node expr=\"@domain\"/></groupBy>");
    }

    private static String written(Query query, String operation, SelectMarkup.Window window) {
        var markup = new SelectMarkup(query, operation, window);
        var call = new SoapCall("s", "m", Vector.empty(), true, out -> out.document("document", markup));
        var envelope = new String(Envelope.write(call, "", ""), StandardCharsets.UTF_8);
        return envelope.substring(envelope.indexOf("<queryDef"), envelope.indexOf("</document>"));
    }
}
