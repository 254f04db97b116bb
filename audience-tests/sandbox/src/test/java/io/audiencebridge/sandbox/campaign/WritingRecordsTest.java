// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaignRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WritingRecordsTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(3).start();
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
    void a_list_is_bound_to_an_audience_and_moved_to_a_folder_by_links() {
        soap.write("<folder xtkschema='xtk:folder' name='vip' label='VIP' model='nmsGroup'>"
                + "<parent _operation='none' name='nmsGroup' _key='@name'/></folder>");

        String answer = soap.write(
                        "<group xtkschema='nms:group' _operation='insert' name='L1' label='Loyal' isAMC='1'"
                                + " aamMappingId='77' sharedAudience='Loyal people'><folder _operation='none' name='vip'/>"
                                + "<amcDataSource _operation='none' name='defaultDataSource'/><desc>Who buys&#xA;often</desc></group>")
                .body();

        assertThat(answer).contains("<WriteResponse").doesNotContain("Fault");
        assertThat(soap.query("<queryDef schema='nms:group' operation='get'><select><node expr='@isAMC'/>"
                                + "<node expr='@aamMappingId'/><node expr='[folder/@fullName]'/>"
                                + "<node expr='[amcDataSource/@dataSourceId]'/><node expr='desc'/></select>"
                                + "<where><condition expr=\"@name = 'L1'\"/></where></queryDef>")
                        .body())
                .contains("isAMC='1' aamMappingId='77'")
                .contains("fullName='/Profiles and Targets/Lists/VIP/'")
                .contains("dataSourceId='13701'")
                .contains("<desc>Who buys&#10;often</desc>");
    }

    @Test
    void a_link_that_leads_nowhere_is_a_fault_and_nothing_is_written() {
        String answer = soap.write(
                        "<group xtkschema='nms:group' name='L1'><folder _operation='none' name='no'/></group>")
                .body();

        assertThat(answer).contains("WDB-200011");
        assertThat(sandbox.campaignData().lists()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "nms:group,group,name='allRecipients',nmsgroup_name",
        "nms:extAccount,extAccount,name='importSharedAudience',nmsextaccount_name",
        "nms:amcDataSource,amcDataSource,name='defaultDataSource',nmsamcdatasource_name",
        "xtk:workflow,workflow,internalName='importSharedAudience',xtkworkflow_internalname",
        "xtk:option,option,name='XtkSecretKey',xtkoption_name",
        "xtk:folder,folder,name='nmsGroup',xtkfolder_name",
        "nms:recipient,recipient,id='1',nmsrecipient_id"
    })
    void a_second_record_of_one_key_violates_a_unique_index(String schema, String element, String key, String index) {
        String answer = soap.write("<" + element + " xtkschema='" + schema + "' _operation='insert' " + key + "/>")
                .body();

        assertThat(answer).contains("PGS-220000").contains("unique constraint \"" + index + "\"");
    }

    @Test
    void a_rename_to_a_name_that_is_taken_changes_nothing() {
        String list = sandbox.campaignData().addList("Mine", List.of());

        String answer = soap.write("<group xtkschema='nms:group' _operation='update' id='" + list
                        + "' name='allRecipients' label='Changed'/>")
                .body();

        assertThat(answer).contains("nmsgroup_name");
        assertThat(sandbox.campaignData().lists()).last().satisfies(group -> {
            assertThat(group.name()).isEqualTo("LST" + list);
            assertThat(group.label()).isEqualTo("Mine");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete"})
    void what_is_not_there_is_neither_updated_nor_deleted(String operation) {
        assertThat(soap.write("<extAccount xtkschema='nms:extAccount' _operation='" + operation + "' name='no'/>")
                        .body())
                .contains("WDB-200011");
    }

    @Test
    void a_record_is_found_by_several_keys_and_through_links() {
        soap.write("<recipient xtkschema='nms:recipient' _key='[folder/@name], @email' email='person2@example.com'"
                + " firstName='Second'><folder _operation='none' name='nmsRootRecipient'/>"
                + "<location city='Oslo'/></recipient>");

        assertThat(sandbox.campaignData().recipients()).hasSize(3);
        assertThat(soap.query("<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                                + "<where><condition expr=\"[location/@city] = 'Oslo' AND @firstName = 'Second'\"/>"
                                + "</where></queryDef>")
                        .body())
                .contains("<recipient id='2'/>");
    }

    @Test
    void a_write_changes_when_a_recipient_was_modified_and_a_click_does_not() {
        sandbox.clock().advance(Duration.ofHours(1));
        String since = "#" + sandbox.clock().instant() + "#";
        sandbox.clock().advance(Duration.ofHours(1));
        sandbox.campaignData().addClick("1", "v", sandbox.clock().instant());
        soap.write("<recipient xtkschema='nms:recipient' id='2' email='new@example.com'/>");

        assertThat(Soap.all("<recipient id='([^']*)'", recipients("@lastModified &gt;= " + since)))
                .containsExactly("2");
        assertThat(Soap.all(
                        "recipient-id='([^']*)'",
                        soap.query("<queryDef schema='nms:trackingLogRcp' operation='select'><select>"
                                        + "<node expr='[@recipient-id]'/></select><where><condition expr='@logDate &gt; "
                                        + since + "'/></where></queryDef>")
                                .body()))
                .containsExactly("1");
    }

    @Test
    void secrets_come_back_only_encrypted() {
        soap.write("<extAccount xtkschema='nms:extAccount' name='importSharedAudience' awsSecret='top secret'/>");

        String body = soap.query("<queryDef schema='nms:extAccount' operation='get'><select><node expr='@awsSecret'/>"
                        + "</select><where><condition expr=\"@name = 'importSharedAudience'\"/></where></queryDef>")
                .body();
        String stored = Soap.first("awsSecret='([^']*)'", body);
        soap.write("<extAccount xtkschema='nms:extAccount' name='importSharedAudience' awsSecret='" + stored + "'/>");

        assertThat(stored).startsWith("@").doesNotContain("top secret");
        assertThat(Secrets.decrypt(stored)).contains("top secret");
        assertThat(sandbox.campaignData().records("nms:extAccount"))
                .filteredOn(account -> account.get("@name").equals("importSharedAudience"))
                .allMatch(account -> stored.equals(account.get("@awsSecret")));
    }

    @ParameterizedTest
    @CsvSource({"false,1:2", "true,''"})
    void a_collection_is_written_entity_by_entity_or_whole(boolean whole, String members) {
        sandbox.campaignData().rules(new SandboxCampaignRules(true, whole, 100));
        String list = sandbox.campaignData().addList("Some", List.of());
        String rows = "<rcpGrpRel group-id='" + list + "' recipient-id='%s'/>";

        String answer = soap.writeCollection("<r xtkschema='nms:rcpGrpRel'>" + rows.formatted(1) + rows.formatted(2)
                        + rows.formatted(99) + rows.formatted(3) + "</r>")
                .body();

        assertThat(answer).contains("nmsrcpgrprel_recipient");
        assertThat(String.join(":", sandbox.campaignData().lists().get(1).memberIds()))
                .isEqualTo(members);
    }

    @Test
    void memberships_are_written_with_their_recipient_or_not_at_all() {
        String list = sandbox.campaignData().addList("Some", List.of());
        String entity = "<recipient xtkschema='nms:recipient' id='%s' declaredId='D'>" + "<rcpGrpRel group-id='" + list
                + "'/><rcpGrpRel group-id='%s'/></recipient>";

        soap.write(entity.formatted("1", "99"));
        soap.write(entity.formatted("2", sandbox.campaignData().allRecipientsList()));

        assertThat(sandbox.campaignData().lists().get(1).memberIds()).containsExactly("2");
        assertThat(Soap.all("<recipient id='([^']*)'", recipients("@declaredId = 'D'")))
                .containsExactly("2");
    }

    @Test
    void an_empty_condition_deletes_everything() {
        soap.call("xtk:persist#DeleteCollection", "<s>nms:rcpGrpRel</s><w><where/></w><i>false</i>");

        assertThat(sandbox.campaignData().lists())
                .allMatch(list -> list.memberIds().isEmpty());
    }

    @Test
    void a_deleted_recipient_takes_memberships_and_clicks_along() {
        sandbox.campaignData().addClick("2", "v", sandbox.clock().instant());

        soap.write("<recipient xtkschema='nms:recipient' _operation='delete' id='2'/>");

        assertThat(sandbox.campaignData().lists().get(0).memberIds()).containsExactly("1", "3");
        assertThat(soap.query("<queryDef schema='nms:trackingLogRcp' operation='count'><where>"
                                + "<condition expr='[@recipient-id] = 2'/></where></queryDef>")
                        .body())
                .contains("count='0'");
    }

    @Test
    void what_is_in_use_is_not_deleted() {
        assertThat(soap.write("<folder xtkschema='xtk:folder' _operation='delete' name='nmsGroup'/>")
                        .body())
                .contains("nmsgroup_folder");
    }

    @Test
    void a_new_instance_shows_what_the_server_fills_in() {
        String draft = soap.call(
                        "xtk:persist|nms:group#NewInstance",
                        "<d><group xtkschema='nms:group' label='L'><folder _operation='none' name='nmsGroup'/></group></d>")
                .body();

        assertThat(draft)
                .containsPattern("<entity [^>]*><group _operation='insert' id='\\d+'")
                .containsPattern("name='LST\\d+'")
                .contains("folder-id='1199'")
                .contains("<folder _operation='none' name='nmsGroup'></folder></group>");
    }

    @Test
    void a_duplicate_has_a_number_and_a_name_of_its_own() {
        String copy = soap.call(
                        "xtk:persist#Duplicate",
                        "<pk>nms:group|" + sandbox.campaignData().allRecipientsList() + "</pk>")
                .body();

        assertThat(copy)
                .contains("label='All recipients'")
                .contains("_operation='insert'")
                .doesNotContain("name='allRecipients'");
    }

    @Test
    void numbers_go_on_from_the_largest_to_the_smallest() {
        try (Sandbox old =
                Sandbox.builder().recipients(0).firstId(Integer.MAX_VALUE).start()) {
            String next = old.campaignData().addList("Later", List.of());

            assertThat(old.campaignData().allRecipientsList()).isEqualTo("2147483647");
            assertThat(Long.parseLong(next)).isNegative();
            assertThat(Soap.signedIn(old)
                            .query("<queryDef schema='nms:group' operation='select'><select><node expr='@id'/></select>"
                                    + "<where><condition expr='@id &lt; 0'/></where></queryDef>")
                            .body())
                    .contains("<group id='" + next + "'/>");
        }
    }

    @Test
    void options_are_read_and_written_as_records() {
        soap.write("<option xtkschema='xtk:option' name='Mine' stringValue='v'/>");

        assertThat(sandbox.campaignData().records("xtk:option"))
                .anySatisfy(option ->
                        assertThat(option).containsAllEntriesOf(Map.of("@name", "Mine", "@stringValue", "v")));
    }

    private String recipients(String condition) {
        return soap.query("<queryDef schema='nms:recipient' operation='select'><select><node expr='@id'/></select>"
                        + "<where><condition expr=\"" + condition + "\"/></where></queryDef>")
                .body();
    }
}
