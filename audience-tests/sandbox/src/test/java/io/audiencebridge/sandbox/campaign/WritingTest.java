// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WritingTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(5).start();
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
    void a_new_instance_gives_the_id_under_which_it_is_written() {
        String draft = soap.call(
                        "xtk:persist|nms:group#NewInstance",
                        "<document><group xtkschema='nms:group' label='L'/></document>")
                .body();
        String id = Soap.first(" id='(\\d+)'", draft);
        assertThat(draft).contains("xtkschema='nms:group'").contains("label='L'");

        soap.write("<group xtkschema='nms:group' _operation='insert' id='" + id
                + "' label='L &amp; &quot;1&quot;&#xA;&lt;'/>");

        assertThat(list(id).label()).isEqualTo("L & \"1\"\n<");
        assertThat(list(id).name()).isEqualTo("LST" + id);
    }

    @Test
    void members_are_inserted_and_deleted() {
        String list = sandbox.campaignData().addList("Some", List.of("1", "2"));

        String body = soap.writeCollection("<rcpGrpRel xtkschema='nms:rcpGrpRel'>"
                        + "<rcpGrpRel _operation='insert' group-id='" + list + "' recipient-id='5'/>"
                        + "<rcpGrpRel _operation='delete' group-id='" + list + "' recipient-id='1'/></rcpGrpRel>")
                .body();

        assertThat(body).contains("WriteCollectionResponse").doesNotContain("Fault");
        assertThat(list(list).memberIds()).containsExactly("2", "5");
    }

    @ParameterizedTest
    @CsvSource({
        "insert,2,PGS-220000,1:2",
        "insertOrUpdate,2,WriteCollectionResponse,1:2",
        "delete,4,WDB-200011,1:2",
        "insert,99,foreign key,1:2"
    })
    void a_member_that_is_there_or_is_not_there(String operation, String recipient, String says, String members) {
        String list = sandbox.campaignData().addList("Some", List.of("1", "2"));

        String body = soap.writeCollection("<rcpGrpRel xtkschema='nms:rcpGrpRel'><rcpGrpRel _operation='" + operation
                        + "' group-id='" + list + "' recipient-id='" + recipient + "'/></rcpGrpRel>")
                .body();

        assertThat(body).contains(says);
        assertThat(String.join(":", list(list).memberIds())).isEqualTo(members);
    }

    @Test
    void a_list_that_does_not_exist_takes_no_member() {
        assertThat(soap.writeCollection("<rcpGrpRel xtkschema='nms:rcpGrpRel'>"
                                + "<rcpGrpRel _operation='insert' group-id='1' recipient-id='1'/></rcpGrpRel>")
                        .body())
                .contains("foreign key");
    }

    @Test
    void a_collection_is_deleted_by_a_condition() {
        String list = sandbox.campaignData().addList("Some", List.of("1", "2", "3"));

        soap.call(
                "xtk:persist#DeleteCollection",
                "<schema>nms:rcpGrpRel</schema><where><where><condition expr='[@group-id] = " + list
                        + " AND [@recipient-id] &gt; 1'/></where></where><ignoreDeleteStatus>false</ignoreDeleteStatus>");

        assertThat(list(list).memberIds()).containsExactly("1");
    }

    @Test
    void named_members_are_deleted_by_a_condition() {
        String list = sandbox.campaignData().addList("Some", List.of("1", "2", "3"));

        soap.call(
                "xtk:persist#DeleteCollection",
                "<schema>nms:rcpGrpRel</schema><where><where><condition expr='[@group-id] = " + list
                        + " AND [@recipient-id] IN (3, 1, 5)'/></where></where><ignoreDeleteStatus>false</ignoreDeleteStatus>");

        assertThat(list(list).memberIds()).containsExactly("2");
    }

    @Test
    void a_recipient_is_found_by_its_key() {
        soap.write("<recipient xtkschema='nms:recipient' _key='@email' email='person2@example.com' blackList='1'/>");
        soap.write("<recipient xtkschema='nms:recipient' _key='@email' email='new@example.com' declaredId='N'/>");

        assertThat(sandbox.campaignData().recipients()).hasSize(6);
        assertThat(sandbox.campaignData().recipients())
                .filteredOn(recipient -> recipient.email().equals("person2@example.com"))
                .allMatch(recipient -> recipient.optedOut());
    }

    @Test
    void an_unknown_column_is_named() {
        assertThat(soap.write("<recipient xtkschema='nms:recipient' id='1' shoeSize='44'/>")
                        .body())
                .contains("XTK-170006")
                .contains("@shoeSize");
    }

    private SandboxList list(String id) {
        return sandbox.campaignData().lists().stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
