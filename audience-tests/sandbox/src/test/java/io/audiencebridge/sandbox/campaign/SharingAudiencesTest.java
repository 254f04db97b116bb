// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxCampaign.SharedAudience;
import io.audiencebridge.sandbox.SandboxWorkflow;
import io.audiencebridge.sandbox.SeedRecipient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharingAudiencesTest {
    private static final String ONE = "0".repeat(37) + "1";
    private static final String TWO = "0".repeat(37) + "2";
    private static final String STRANGER = "9".repeat(38);
    private static final String NAME = "importSharedAudience";
    private static final List<SeedRecipient> PEOPLE = List.of(
            new SeedRecipient("1", "ada@example.com", "A1", List.of(ONE, "uuid230-value"), false),
            new SeedRecipient("2", "bob@example.com", "B2", List.of(TWO, "uuid230-other"), false),
            new SeedRecipient("3", "cyd@example.com", "", List.of("uuid230-only"), false),
            new SeedRecipient("4", "", "", List.of(TWO), false));

    private final Sandbox sandbox = Sandbox.builder().recipients(PEOPLE).start();
    private final SandboxCampaign campaign = sandbox.campaignData();
    private final Files files = new Files(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_full_file_replaces_a_bound_list_by_whom_it_matches() {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, ONE + " 77,5", STRANGER + " 77", TWO + " 5 77");

        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(members(list)).containsExactly("1");
        assertThat(messages()).contains("List " + list + ": 1 recipients of 2 members");
    }

    @Test
    void an_id_that_two_recipients_share_brings_both() {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, TWO + " 77");

        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(members(list)).containsExactly("2", "4");
    }

    @Test
    void a_file_is_processed_once_and_an_older_one_never() {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, ONE + " 77");
        sandbox.clock().advance(Duration.ofMinutes(2));
        Soap.signedIn(sandbox)
                .writeCollection(
                        "<r xtkschema='nms:rcpGrpRel'><rcpGrpRel group-id='" + list + "' recipient-id='3'/></r>");

        files.deliver(1_600_000_000_000L, TWO + " 77");
        sandbox.clock().advance(Duration.ofHours(3));
        List<String> afterOlder = members(list);
        files.deliver(1_700_000_000_001L, TWO + " 77");
        sandbox.clock().advance(Duration.ofHours(1));

        assertThat(afterOlder).containsExactly("1", "3");
        assertThat(members(list)).containsExactly("2", "4");
    }

    @Test
    void a_damaged_file_changes_nothing_and_an_older_whole_one_is_taken() throws IOException {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, ONE + " 77");
        try (var out =
                sandbox.objects().write(sandbox.outboundBucket(), "20101/S3_20101_13701_full_1700000000001.sync.gz")) {
            out.write(new byte[] {31, -117, 8, 0, 0});
        }

        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(members(list)).containsExactly("1");
        assertThat(messages()).anyMatch(message -> message.contains("damaged"));
    }

    @Test
    void parts_of_one_file_are_read_together() {
        String list = bound("77");
        String name = "20101/S3_20101_13701_full_1700000000000";
        files.put(sandbox.outboundBucket(), name + "001.sync.gz", ONE + " 77\n");
        files.put(sandbox.outboundBucket(), name + "002.sync.gz", TWO + " 77\n");

        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(members(list)).containsExactly("1", "2", "4");
    }

    @ParameterizedTest
    @CsvSource({
        "@active,0,is not enabled",
        "@awsSecret,wrong,refused the keys",
        "@awsKey,wrong,refused the keys",
        "@server,elsewhere.s3.amazonaws.com,not that of a bucket"
    })
    void a_wrong_account_stops_the_workflow_with_an_error(String column, String value, String says) {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, ONE + " 77");
        campaign.save("nms:extAccount", Map.of("@name", NAME, column, value));

        sandbox.clock().advance(Duration.ofHours(2));

        SandboxWorkflow workflow = campaign.workflow(NAME);
        assertThat(workflow.state()).isEqualTo(13);
        assertThat(workflow.failed()).isTrue();
        assertThat(workflow.log()).singleElement().satisfies(line -> {
            assertThat(line.type()).isZero();
            assertThat(line.message()).contains(says).doesNotContain("sandbox/secret");
        });
        assertThat(members(list)).isEmpty();
    }

    @Test
    void a_corrected_account_and_a_start_bring_the_audience() {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, ONE + " 77");
        campaign.save("nms:extAccount", Map.of("@name", NAME, "@active", "0"));
        sandbox.clock().advance(Duration.ofHours(1));

        campaign.save("nms:extAccount", Map.of("@name", NAME, "@active", "1"));
        Soap.signedIn(sandbox).call("xtk:workflow#Start", "<w>" + NAME + "</w>");
        sandbox.clock().advance(Duration.ofMinutes(1));

        assertThat(members(list)).containsExactly("1");
        assertThat(campaign.workflow(NAME).failed()).isFalse();
    }

    @Test
    void a_paused_workflow_imports_nothing() {
        String list = bound("77");
        files.deliver(1_700_000_000_000L, ONE + " 77");
        Soap.signedIn(sandbox).call("xtk:workflow#Pause", "<w>" + NAME + "</w>");

        sandbox.clock().advance(Duration.ofHours(5));

        assertThat(members(list)).isEmpty();
        assertThat(campaign.workflow(NAME).state()).isEqualTo(13);
    }

    @Test
    void hashed_ids_are_compared_hash_to_hash() {
        campaign.save(
                "nms:amcDataSource",
                Map.of(
                        "@name", "hashed",
                        "@dataSourceId", "13702",
                        "@aamDestinationId", "20102",
                        "@reconciliationKey", "@email",
                        "@hashAlgorithm", "SHA256"));
        String list = campaign.addList("Hashed", List.of());
        campaign.bindList(list, new SharedAudience("Hashed", "77", "hashed"));
        files.put(
                sandbox.outboundBucket(),
                "20102/S3_20102_13702_full_1700000000000.sync.gz",
                sha256("ada@example.com") + " 77\n");

        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(members(list)).containsExactly("1");
    }

    @Test
    void an_update_tells_who_has_a_key_and_the_export_writes_only_who_is_new() {
        long trait = 4242;
        update(campaign.addList("First", List.of("1", "3")), "audienceId='" + trait + "'");
        update(campaign.addList("More", List.of("1", "2")), "audienceId='" + trait + "'");

        List<String> keys = files.keys(sandbox.inboundBucket());
        assertThat(campaign.workflow("updateSharedAudience").messages())
                .containsSubsequence("Result: 1 recipients", "Complement: 1 recipients", "Result: 2 recipients");
        assertThat(keys)
                .hasSize(2)
                .allMatch(key -> key.matches("sandbox/date=\\d{4}-\\d\\d-\\d\\d/ftp_dpm_13701_\\d{10}\\.sync\\.gz"));
        assertThat(keys.stream().map(key -> files.text(sandbox.inboundBucket(), key)))
                .containsExactlyInAnyOrder(ONE + "\td_sid=4242\n", TWO + "\td_sid=4242\n");
        assertThat(campaign.workflow("exportSharedAudience").messages())
                .contains("Audience 4242: 1 ids added, 1 known, complement 0 recipients");
    }

    @Test
    void what_an_inactive_account_holds_up_is_exported_later() {
        campaign.save("nms:extAccount", Map.of("@name", "exportSharedAudience", "@active", "0"));
        update(campaign.allRecipientsList(), "audienceId='7'");
        List<String> meanwhile = files.keys(sandbox.inboundBucket());

        campaign.save("nms:extAccount", Map.of("@name", "exportSharedAudience", "@active", "1"));
        Soap.signedIn(sandbox).call("xtk:workflow#Resume", "<w>exportSharedAudience</w>");
        sandbox.clock().advance(Duration.ofMinutes(1));

        assertThat(meanwhile).isEmpty();
        assertThat(files.keys(sandbox.inboundBucket())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "listId='999' audienceId='7',The list '999' does not exist.",
        "listId='2001' audienceId='seven',The variable 'audienceId' is no number: 'seven'.",
        "listId='2001' audienceId='7' dataSource='no',The AMC data source 'no' does not exist.",
        "listId='2001',Neither of the variables 'audienceId' and 'audience' names an audience."
    })
    void what_an_update_cannot_do_with_stands_in_its_log(String variables, String says) {
        start("updateSharedAudience", variables);

        assertThat(campaign.workflow("updateSharedAudience").failed()).isTrue();
        assertThat(campaign.workflow("updateSharedAudience").messages()).last().isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({"defaultDataSource,20101,1:2:4", "declaredId,20102,1:2"})
    void an_audience_that_is_exported_by_its_name_comes_back_into_a_bound_list(
            String dataSource, String destination, String expected) throws IOException {
        start("updateSharedAudience", "listId='2001' audience='Loyal people' dataSource='" + dataSource + "'");
        sandbox.clock().advance(Duration.ofHours(1));
        var segment = sandbox.audienceManagerData().segments().get(0);
        map(segment.id(), destination);
        String list = campaign.addList("Back", List.of());
        campaign.bindList(list, new SharedAudience("Loyal people", segment.id(), dataSource));

        sandbox.clock().advance(Duration.ofHours(37));

        assertThat(segment.name()).isEqualTo("Loyal people");
        assertThat(String.join(":", members(list))).isEqualTo(expected);
    }

    private void map(String segment, String destination) throws IOException {
        String token = Http.json(Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox)))
                .path("access_token")
                .asText();
        Http.send(HttpRequest.newBuilder(
                        URI.create(sandbox.audienceManager() + "/v1/destinations/" + destination + "/mappings/"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"sid\":" + segment + ",\"traitType\":\"SEGMENT\",\"startDate\":\"2020-01-01\"}")));
    }

    private void update(String list, String audience) {
        start("updateSharedAudience", "listId='" + list + "' " + audience);
        sandbox.clock().advance(Duration.ofHours(1));
    }

    private void start(String workflow, String variables) {
        Soap.signedIn(sandbox)
                .call(
                        "xtk:workflow#StartWithParameters",
                        "<w>" + workflow + "</w><p><variables " + variables + "/></p>");
        sandbox.clock().advance(Duration.ofMinutes(1));
    }

    private String bound(String segment) {
        String list = campaign.addList("Bound", List.of());
        campaign.bindList(list, new SharedAudience("An audience", segment, "defaultDataSource"));
        return list;
    }

    private List<String> members(String list) {
        return campaign.lists().stream()
                .filter(one -> one.id().equals(list))
                .findFirst()
                .orElseThrow()
                .memberIds();
    }

    private List<String> messages() {
        return campaign.workflow(NAME).messages();
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
