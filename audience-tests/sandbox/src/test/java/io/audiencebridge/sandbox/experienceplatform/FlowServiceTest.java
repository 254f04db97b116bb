// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4.7 and the golden cases P4, P5, P10 and P14: specifications, connections, flows and runs. */
class FlowServiceTest {
    private final Exports exports = new Exports();
    private Rest rest;
    private String flow;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(exports.sandbox);
        flow = rest.flow();
    }

    @AfterEach
    void stop() {
        exports.sandbox.close();
    }

    private JsonNode shown() throws IOException {
        return rest.read(Rest.FLOWS + "/flows/" + flow).path("items").path(0);
    }

    @Test
    void the_flow_spec_of_campaign_is_found_by_its_name_and_a_flow_needs_it() throws IOException {
        exports.sandbox.experiencePlatformServer().set("campaignFlowSpec", "5a5a5a5a-0000-4000-8000-000000000000");

        JsonNode found = rest.read(Rest.FLOWS + "/flowSpecs?property=name==upsToCampaign")
                .path("items");

        assertThat(found.findValuesAsText("id")).containsExactly("5a5a5a5a-0000-4000-8000-000000000000");
        assertThat(found.path(0).path("attributes").path("upsToCampaign").asBoolean())
                .isTrue();
        String target = rest.target("{\"mode\":\"S3\"}");
        assertThatThrownBy(() -> rest.flow(target)).hasMessageContaining("400");
    }

    @Test
    void a_connection_spec_tells_which_credentials_it_takes() throws IOException {
        JsonNode spec = rest.read(Rest.FLOWS + "/connectionSpecs/" + Rest.CAMPAIGN)
                .path("items")
                .path(0);

        assertThat(spec.path("authSpec").findValuesAsText("name"))
                .contains("S3", "SFTP with Password", "SFTP with SSH Key", "Azure Blob");
        assertThat(spec.path("authSpec").path(0).path("spec").path("properties").has("accessId"))
                .isTrue();
        assertThat(rest.read(Rest.FLOWS + "/connectionSpecs").path("items").findValuesAsText("name"))
                .contains("Adobe Campaign");
    }

    @Test
    void a_flow_shows_what_it_inherits_and_is_found_among_destinations() throws IOException {
        JsonNode list = rest.read(Rest.FLOWS
                + "/flows?property=inheritedAttributes.properties.isDestinationFlow==true&property=inheritedAttributes.targetConnections%5B%5D.connectionSpec.id=="
                + Rest.CAMPAIGN);

        assertThat(list.path("items").findValuesAsText("imsOrgId")).containsExactly(exports.sandbox.orgId());
        JsonNode one = list.path("items").path(0);
        assertThat(one.path("sandboxName").asText()).isEqualTo("prod");
        assertThat(one.path("state").asText()).isEqualTo("enabled");
        assertThat(one.path("createdAt").asLong()).isPositive();
        assertThat(one.path("etag").asText()).matches("\"[0-9a-f]{8}-0000-0200-0000-[0-9a-f]{12}\"");
        assertThat(rest.read(Rest.FLOWS + "/flows?property=inheritedAttributes.properties.isDestinationFlow==false")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void lists_are_cut_and_go_on_with_a_token() throws IOException {
        rest.flow();
        rest.flow();

        JsonNode first = rest.read(Rest.FLOWS + "/flows?limit=2");
        String token = first.path("_page").path("next").asText();
        JsonNode second = rest.read(Rest.FLOWS + "/flows?limit=2&continuationToken=" + token);

        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("_links").path("next").path("href").asText()).contains(token);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("_page").has("next")).isFalse();
        assertThat(rest.get(Rest.FLOWS + "/flows?limit=101").statusCode()).isEqualTo(400);
        assertThat(rest.get(Rest.FLOWS + "/flows?continuationToken=%21").statusCode())
                .isEqualTo(400);
    }

    @Test
    void p4_a_patch_without_if_match_is_refused() throws IOException {
        assertThat(rest.send("PATCH", Rest.FLOWS + "/flows/" + flow, "[]").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_patch_with_an_old_etag_is_refused_and_one_with_the_newest_changes_it() throws IOException {
        String old = rest.etag(flow);
        HttpResponse<String> done =
                rest.patch(flow, old, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Other\"}]");

        HttpResponse<String> refused = rest.patch(flow, old, "[]");

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(Http.json(done).path("id").asText()).isEqualTo(flow);
        assertThat(Http.json(done).path("etag").asText())
                .isEqualTo(rest.etag(flow))
                .isNotEqualTo(old);
        assertThat(shown().path("name").asText()).isEqualTo("Other");
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(Http.json(refused).path("errorMessage").asText())
                .isEqualTo("Supplied version=[" + old + "] does not match the current version on entity=["
                        + rest.etag(flow) + "]");
        assertThat(Http.json(refused).has("errorDetails")).isTrue();
    }

    @Test
    void an_etag_may_come_without_quotes_and_is_sent_back_as_it_came() throws IOException {
        exports.sandbox.experiencePlatformServer().set("etagQuoted", false);
        String plain = rest.flow();
        String etag = rest.etag(plain);

        int status = rest.patch(plain, etag, "[]").statusCode();

        assertThat(etag).doesNotContain("\"");
        assertThat(status).isEqualTo(200);
    }

    @Test
    void a_patch_may_be_answered_with_202_and_no_body() throws IOException {
        exports.sandbox.experiencePlatformServer().set("patchAnswer", "empty");

        HttpResponse<String> answer =
                rest.patch(flow, rest.etag(flow), "[{\"op\":\"add\",\"path\":\"/description\",\"value\":\"x\"}]");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(shown().path("description").asText()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "d0b2c9d4-5d7b-4f0a-8c3a-1f2e3d4c5b6a"})
    void p5_an_unknown_flow_is_not_found(String id) throws IOException {
        HttpResponse<String> answer = rest.get(Rest.FLOWS + "/flows/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("flows not found with id = [" + id + "]");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "DAILY_FULL_EXPORT; {'frequency':'DAILY','triggerType':'SCHEDULED','startDate':'2026-01-01','startTime':'20:00'}; 200",
                "DAILY_FULL_EXPORT; {'frequency':'ONCE','triggerType':'AFTER_SEGMENT_EVAL','startDate':'2026-01-01'}; 200",
                "FIRST_FULL_THEN_INCREMENTAL; {'frequency':'EVERY_3_HOURS','triggerType':'SCHEDULED','startDate':'2026-01-01','endDate':'2036-01-01','startTime':'20:00'}; 200",
                "DAILY_FULL_EXPORT; {'frequency':'DAILY','triggerType':'SCHEDULED','startDate':'2026-01-01','startTime':'20:30'}; 400",
                "DAILY_FULL_EXPORT; {'frequency':'EVERY_3_HOURS','triggerType':'SCHEDULED','startDate':'2026-01-01','startTime':'20:00'}; 400",
                "DAILY_FULL_EXPORT; {'frequency':'DAILY','triggerType':'AFTER_SEGMENT_EVAL','startDate':'2026-01-01','startTime':'20:00'}; 400",
                "DAILY_FULL_EXPORT; {'frequency':'ONCE','triggerType':'SCHEDULED','startDate':'2026-01-01','endDate':'2026-02-01','startTime':'20:00'}; 400",
                "FIRST_FULL_THEN_INCREMENTAL; {'frequency':'ONCE','triggerType':'SCHEDULED','startDate':'2026-01-01','startTime':'20:00'}; 400",
                "FIRST_FULL_THEN_INCREMENTAL; {'frequency':'DAILY','triggerType':'AFTER_SEGMENT_EVAL','startDate':'2026-01-01'}; 400",
                "DAILY_FULL_EXPORT; {'frequency':'DAILY','triggerType':'SCHEDULED','startDate':'yesterday','startTime':'20:00'}; 400",
            })
    void p10_only_a_schedule_that_is_allowed_is_taken(String mode, String schedule, int status) throws IOException {
        String before = rest.etag(flow);

        HttpResponse<String> answer = rest.patch(
                flow, before, "[" + Rest.audience(exports.audience, mode, schedule.replace('\'', '"')) + "]");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(rest.etag(flow).equals(before)).isEqualTo(status == 400);
    }

    @Test
    void a_flow_exports_by_its_schedule_to_where_its_connections_say() throws IOException {
        exports.platform.qualify(exports.audience, "ann", "bob");
        rest.activate(flow, exports.audience);

        exports.sandbox.clock().advance(Duration.ofDays(1));

        JsonNode run = rest.fresh()
                .read(Rest.FLOWS + "/runs?property=flowId==" + flow)
                .path("items")
                .path(0);
        assertThat(run.path("metrics")
                        .path("recordSummary")
                        .path("outputRecordCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(run.path("metrics").path("statusSummary").path("status").asText())
                .isEqualTo("success");
        assertThat(run.path("metrics")
                        .path("durationSummary")
                        .path("completedAtUTC")
                        .asLong())
                .isPositive();
        String file = exports.platform.runs().get(0).files().get(0).name();
        assertThat(file).matches("VIP-\\d{8}_200000\\.csv");
        assertThat(exports.lines(file))
                .containsExactly(
                        "personalEmail_address,segmentMembership_status", "ann@x.org,realized", "bob@x.org,realized");
        assertThat(exports.keys())
                .contains("aep/campaign/manifest-" + flow + "-" + run.path("id").asText() + ".json");
    }

    @ParameterizedTest
    @CsvSource({"lower, success", "capital, Success", "upper, SUCCESS"})
    void the_letters_of_a_status_vary(String setting, String status) throws IOException {
        exports.sandbox.experiencePlatformServer().set("runStatus", setting);
        rest.activate(flow, exports.audience);
        exports.platform.export(flow, exports.audience);

        assertThat(rest.read(Rest.FLOWS + "/runs").findValue("status").asText()).isEqualTo(status);
    }

    @Test
    void p14_a_run_to_a_storage_that_does_not_open_fails() throws IOException {
        String broken = rest.flow(rest.target("{\"mode\":\"S3\",\"bucketName\":\"nobody's\",\"path\":\"\"}"));
        rest.activate(broken, exports.audience);
        exports.platform.export(broken, exports.audience);

        JsonNode summary =
                rest.read(Rest.FLOWS + "/runs?property=flowId==" + broken).findValue("statusSummary");

        assertThat(summary.toString())
                .isEqualTo(
                        "{\"status\":\"failed\",\"errors\":[{\"code\":\"ACTIVATION_BATCH-0000-FAILED\",\"message\":\"Job aborted.\"}]}");
    }

    @Test
    void a_disabled_flow_does_not_export_until_it_is_enabled() throws IOException {
        rest.activate(flow, exports.audience);
        rest.send("POST", Rest.FLOWS + "/flows/" + flow + "/action?op=disable", "");
        exports.sandbox.clock().advance(Duration.ofDays(2));
        rest = rest.fresh();
        int asleep = exports.platform.runs().size();

        assertThat(shown().path("state").asText()).isEqualTo("disabled");
        rest.send("POST", Rest.FLOWS + "/flows/" + flow + "/action?op=enable", "");
        exports.sandbox.clock().advance(Duration.ofDays(1));

        assertThat(asleep).isZero();
        assertThat(exports.platform.runs()).hasSize(1);
    }

    @Test
    void a_deleted_flow_is_gone_and_exports_no_more() throws IOException {
        rest.activate(flow, exports.audience);

        assertThat(rest.send("DELETE", Rest.FLOWS + "/flows/" + flow, "").statusCode())
                .isEqualTo(204);
        exports.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(exports.platform.runs()).isEmpty();
        assertThat(rest.fresh().get(Rest.FLOWS + "/flows/" + flow).statusCode()).isEqualTo(404);
    }

    @Test
    void secrets_of_a_connection_are_not_shown() throws IOException {
        String storage = rest.storage();

        assertThat(rest.get(Rest.FLOWS + "/connections/" + storage).body())
                .doesNotContain(exports.sandbox.s3SecretKey())
                .contains(exports.sandbox.s3AccessKey());
        assertThat(rest.get(Rest.FLOWS + "/connections").body()).doesNotContain(exports.sandbox.s3SecretKey());
    }

    @Test
    void mandatory_fields_keys_and_csv_options_of_a_flow_are_kept() throws IOException {
        String sftp = rest.flow(
                rest.target(
                        "{\"mode\":\"FTP\",\"remotePath\":\"exchange/aep\",\"csvOptions\":{\"delimiter\":\"|\"},\"compression\":\"NONE\"}"));
        rest.activate(sftp, exports.audience);
        rest.patch(sftp, rest.etag(sftp), """
                [{"op":"add","path":"/transformations/0/params/mandatoryFields","value":["person.name.firstName"]},
                 {"op":"add","path":"/transformations/0/params/primaryFields","value":[{"fieldType":"IDENTITY","identityNamespace":"Email"}]}]""");
        exports.platform.put(Exports.person("ann", "Ann", "Lee").identity("Email", "ann@y.org"));
        exports.platform.put(Profile.of("nameless").email("n@x.org"));
        exports.platform.qualify(exports.audience, "ann", "nameless");

        String name =
                exports.platform.export(sftp, exports.audience).files().get(0).name();

        String content = new String(exports.sandbox.sftpData().read("exchange/aep/" + name), StandardCharsets.UTF_8);
        assertThat(List.of(content.split("\n")))
                .containsExactly(
                        "personalEmail_address|segmentMembership_status", "ann@x.org|realized", "ann@x.org|realized");
        assertThat(rest.read(Rest.FLOWS + "/runs?property=flowId==" + sftp)
                        .findValue("skippedInfo")
                        .toString())
                .contains("ACTIVATION_BATCH-0000-SKIP")
                .contains("\"count\":1");
    }
}
