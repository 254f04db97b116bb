// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.MembershipWatch;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SeedRecipient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControllingCampaignTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(4).start();
    private final SandboxCampaign campaign = sandbox.campaignData();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_watch_sees_a_hole_that_is_closed_again() {
        String list = campaign.addList("Watched", List.of("1", "2", "3"));
        MembershipWatch watch = campaign.watchMembers(list, List.of("2", "3"));
        Soap soap = Soap.signedIn(sandbox);

        soap.call(
                "xtk:persist#DeleteCollection",
                "<s>nms:rcpGrpRel</s><w><where><condition expr='[@group-id] = " + list + "'/></where></w><i>false</i>");
        soap.writeCollection("<r xtkschema='nms:rcpGrpRel'><rcpGrpRel group-id='" + list
                + "' recipient-id='2'/><rcpGrpRel group-id='" + list + "' recipient-id='3'/></r>");

        assertThat(watch.present()).isEqualTo(2);
        assertThat(watch.fewestPresent()).isZero();
        assertThat(watch.fewestMembers()).isZero();
        assertThat(watch.changes()).isEqualTo(5);
    }

    @Test
    void a_watch_sees_no_hole_where_none_was() {
        String list = campaign.addList("Watched", List.of("1", "2", "3"));
        MembershipWatch watch = campaign.watchMembers(list, List.of("2", "3"));
        Soap soap = Soap.signedIn(sandbox);

        soap.writeCollection("<r xtkschema='nms:rcpGrpRel'><rcpGrpRel group-id='" + list
                + "' recipient-id='4'/><rcpGrpRel _operation='delete' group-id='" + list
                + "' recipient-id='1'/></r>");

        assertThat(watch.fewestPresent()).isEqualTo(2);
        assertThat(watch.fewestMembers()).isEqualTo(3);
    }

    @Test
    void tracking_logs_are_purged_as_they_age() {
        Instant longAgo = sandbox.clock().instant();
        campaign.addClick("1", "old", longAgo);
        sandbox.clock().advance(Duration.ofDays(181));
        campaign.addClick("1", "young", sandbox.clock().instant());

        int purged = campaign.purgeTrackingLogs(longAgo.plus(Duration.ofDays(1)));

        assertThat(campaign.recipients().get(0).visitorIds()).containsExactly("young");
        assertThat(purged).isEqualTo(1);
        assertThat(campaign.recipients())
                .flatExtracting(one -> one.visitorIds())
                .containsExactly("young");
    }

    @Test
    void recipients_and_lists_are_changed_and_deleted() {
        String list = campaign.addList("Going", List.of("1"));

        campaign.changeRecipient("1", Map.of("@email", "changed@example.com", "@blackListEmail", "1"));
        campaign.deleteRecipient("2");
        campaign.addRecipient(new SeedRecipient("9", "new@example.com", "", List.of("v"), false));
        campaign.deleteList(list);

        assertThat(campaign.recipients()).extracting(one -> one.id()).containsExactly("1", "3", "4", "9");
        assertThat(campaign.recipients().get(0).email()).isEqualTo("changed@example.com");
        assertThat(campaign.recipients().get(0).columns()).containsEntry("@blackListEmail", "1");
        assertThat(campaign.lists()).hasSize(1);
    }

    @Test
    void the_list_of_everybody_is_found_also_when_recipients_have_its_number() {
        try (Sandbox large = Sandbox.builder().recipients(2500).start()) {
            assertThat(large.campaignData().lists())
                    .singleElement()
                    .satisfies(list -> assertThat(list.id())
                            .isEqualTo(large.campaignData().allRecipientsList())
                            .isEqualTo("2501"));
        }
    }

    @Test
    void what_does_not_exist_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> campaign.changeRecipient("99", Map.of()))
                .withMessageContaining("99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> campaign.changeRecipient("1", Map.of("@shoeSize", "44")))
                .withMessageContaining("@shoeSize");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> campaign.workflow("no"))
                .withMessageContaining("no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> campaign.save("nms:nothing", Map.of()))
                .withMessageContaining("nms:nothing");
    }

    @Test
    void everything_can_be_seeded_by_the_control_api() throws IOException {
        seed("""
                {"amcDataSources":[{"name":"crm","dataSourceId":13702,"reconciliationKey":"@account"}],
                 "recipients":[{"id":"50","columns":{"@account":"C-50","location/@city":"Oslo"}}],
                 "lists":[{"label":"Shared","members":["50"],"audience":{"name":"A","segmentId":"9","dataSource":"crm"}},
                          {"label":"Own","members":["1"],"ownTable":true}],
                 "clicks":[{"recipient":"50","visitorId":"v","at":"2026-01-31T12:00:00Z"}],
                 "workflows":[{"internalName":"mine","label":"Mine"}],
                 "folders":[{"name":"sub","label":"Sub","parent-id":1199}],
                 "options":[{"name":"Mine","stringValue":"x"}]}""");

        assertThat(campaign.lists()).extracting(list -> list.label()).contains("Shared", "Own");
        assertThat(campaign.workflow("mine").state()).isZero();
        assertThat(campaign.records("nms:group"))
                .anySatisfy(list -> assertThat(list).containsAllEntriesOf(Map.of("@isAMC", "1", "@aamMappingId", "9")));
        assertThat(campaign.records("xtk:folder"))
                .anySatisfy(
                        folder -> assertThat(folder).containsEntry("@fullName", "/Profiles and Targets/Lists/Sub/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"workflows\":[{\"shoeSize\":1}]}",
                "{\"recipients\":[{\"id\":\"60\",\"columns\":{\"@shoeSize\":\"1\"}}]}",
                "{\"clicks\":[{\"recipient\":\"1\",\"at\":\"yesterday\"}]}",
                "{\"options\":{}}"
            })
    void a_seed_that_cannot_be_read_is_refused(String body) throws IOException {
        assertThat(Http.post(sandbox.control().resolve("/seed"), "application/json", body)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_state_shows_the_tables_and_no_secret() throws IOException {
        String text = Http.get(sandbox.control().resolve("/state")).body();
        JsonNode state = Http.json(Http.get(sandbox.control().resolve("/state")));

        assertThat(state.path("workflows")).hasSize(5);
        assertThat(state.path("externalAccounts")).hasSize(3);
        assertThat(state.path("amcDataSources")).hasSize(2);
        assertThat(state.path("lists").get(0).path("members")).hasSize(4);
        assertThat(text)
                .doesNotContain("awsSecret")
                .doesNotContain(sandbox.s3SecretKey())
                .doesNotContain(Secrets.KEY);
    }

    @Test
    void a_reset_brings_everything_back() {
        campaign.save("nms:extAccount", Map.of("@name", "importSharedAudience", "@active", "0"));
        campaign.addList("Extra", List.of());
        sandbox.clock().advance(Duration.ofHours(2));

        sandbox.reset();
        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(campaign.lists()).hasSize(1);
        assertThat(campaign.workflow("importSharedAudience").messages()).containsExactly("Nothing to import");
    }

    private void seed(String body) throws IOException {
        assertThat(Http.post(sandbox.control().resolve("/seed"), "application/json", body)
                        .statusCode())
                .isEqualTo(200);
    }
}
