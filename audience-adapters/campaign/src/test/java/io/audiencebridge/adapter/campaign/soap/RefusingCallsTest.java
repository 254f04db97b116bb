// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults and broken answers become. */
class RefusingCallsTest {
    private static final Query RECIPIENTS = Query.on("nms:recipient")
            .select(XPath.of("@id"), XPath.of("@emial"))
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SOP-330011 Error while executing | XSV-350013 The address is not in an allowed zone | AccessDenied
                    SOP-330011 Error while executing | XYZ-000001 Access denied to the schema | AccessDenied
                    SOP-330011 Error while executing | WDB-200011 The requested record does not exist | NotFound
                    SOP-330011 Error while executing | PGS-220000 duplicate key value violates unique constraint | Conflict
                    SOP-330011 Error while executing | PGS-220000 deadlock detected | Unavailable
                    SOP-330011 Error while executing | PGS-220000 division by zero | RejectedBySystem
                    SOP-330011 Error while executing | INT-150012 cannot reach the server | Unavailable
                    SOP-330011 Error while executing | XFR-180000 nms:recipient not found | NotFound
                    SOP-330006 The method is not defined | none | RejectedBySystem
                    SOP-330011 Error while executing | SOP-330023 Details are hidden | RejectedBySystem
                    """)
    void the_most_telling_code_decides(String words, String detail, String variant) throws Exception {
        for (int status : new int[] {200, 500}) {
            try (var instance = new Instance(request -> Instance.status(status, Answers.fault(words, detail)))) {
                var outcome = instance.withOperator().count(RECIPIENTS, Instance.call());

                assertThat(outcome.getLeft().code()).isEqualTo(variant);
                assertThat(outcome.getLeft().incident().correlationId()).isEqualTo("c-7");
            }
        }
    }

    @Test
    void an_unknown_field_is_named_and_nothing_else_of_the_faults_words() throws Exception {
        var fault = Answers.fault(
                "SOP-330011 Error while executing the method",
                "XTK-170036 Unable to parse expression '@emial = jane.doe@example.com'.");
        try (var instance = new Instance(request -> Instance.ok(fault))) {
            var outcome = instance.withOperator().count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class)
                    .extracting(BridgeError::message)
                    .asString()
                    .startsWith("@emial: ")
                    .contains("XTK-170036", "check it against the instance's schemas")
                    .doesNotContain("jane");
        }
    }

    @ParameterizedTest
    @CsvSource({"429,Throttled", "503,Unavailable", "404,NotFound", "302,ProtocolBreach"})
    void a_status_without_a_fault_says_what_it_says_everywhere(int status, String variant) throws Exception {
        try (var instance = new Instance(request -> Instance.status(status, "<html>nobody home</html>"))) {
            var outcome = instance.withOperator().count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft().code()).isEqualTo(variant);
        }
    }

    @Test
    void a_page_for_people_is_no_answer() throws Exception {
        try (var instance = new Instance(request -> Instance.ok("<html><body>Welcome</body></html>"))) {
            var outcome = instance.withOperator().count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft())
                    .isInstanceOf(BridgeError.ProtocolBreach.class)
                    .extracting(BridgeError::message)
                    .asString()
                    .contains("check that the address is that of the instance itself");
        }
    }

    @Test
    void a_deletion_without_a_condition_is_never_sent() throws Exception {
        try (var instance = new Instance(request -> Instance.status(500, ""))) {
            var outcome = instance.withOperator().deleteCollection("nms:rcpGrpRel", Vector.empty(), Instance.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(instance.actions).isEmpty();
        }
    }

    @Test
    void what_xml_cannot_carry_is_an_invalid_request_and_never_sent() throws Exception {
        try (var instance = new Instance(request -> Instance.status(500, ""))) {
            var query = Query.on("nms:group")
                    .where(Condition.equal(XPath.of("@label"), Literal.of("\0")))
                    .build();

            var outcome = instance.withOperator().count(query, Instance.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(instance.actions).containsExactly("\"xtk:session#Logon\"");
        }
    }
}
