// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4.8 and the golden cases P12 and P13. */
class SegmentationTest {
    private static final String PLATFORM_AUDIENCE = """
            {"name":"Loyal","profileInstanceId":"ups","description":"d","type":"SegmentDefinition","labels":["core/C1"],
             "expression":{"type":"PQL","format":"pql/text","value":"workAddress.country = \\"US\\""},"schema":{"name":"_xdm.context.profile"}}""";

    private final Exports exports = new Exports();
    private Rest rest;

    @BeforeEach
    void signIn() throws IOException {
        rest = new Rest(exports.sandbox);
    }

    @AfterEach
    void stop() {
        exports.sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_page", "_pages"})
    void p12_audiences_come_in_pages_of_either_name(String name) throws IOException {
        exports.sandbox.experiencePlatformServer().set("audiencePage", name);
        exports.platform.addAudience("Second");
        exports.platform.addAudience("Third");

        List<String> names = new ArrayList<>();
        String next = "/audiences?start=0&limit=2&sort=updateTime:desc";
        List<Integer> sizes = new ArrayList<>();
        while (!next.isEmpty()) {
            JsonNode page = rest.read(Rest.UPS + next);
            assertThat(page.path(name).path("totalCount").asInt()).isEqualTo(3);
            assertThat(page.path(name).path("totalPages").asInt()).isEqualTo(2);
            sizes.add(page.path(name).path("pageSize").asInt());
            page.path("children")
                    .forEach(audience -> names.add(audience.path("name").asText()));
            next = page.path("_links").path("next").path("href").asText();
        }

        assertThat(sizes).containsExactly(2, 1);
        assertThat(names).containsExactlyInAnyOrder("VIP", "Second", "Third");
    }

    @Test
    void an_audience_is_made_changed_found_and_deleted() throws IOException {
        JsonNode made = Http.json(rest.send("POST", Rest.UPS + "/audiences", PLATFORM_AUDIENCE));
        String id = made.path("id").asText();
        JsonNode changed = Http.json(rest.send(
                "PATCH",
                Rest.UPS + "/audiences/" + id,
                "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Loyal 2\"}]"));
        JsonNode found = rest.read(Rest.UPS + "/audiences?property=audienceId==" + id);
        int gone = rest.send("DELETE", Rest.UPS + "/audiences/" + id, "").statusCode();

        assertThat(made.path("namespace").asText()).isEqualTo("AEPSegments");
        assertThat(made.path("imsOrgId").asText()).isEqualTo(exports.sandbox.orgId());
        assertThat(made.path("evaluationInfo").has("synchronous")).isTrue();
        assertThat(changed.path("name").asText()).isEqualTo("Loyal 2");
        assertThat(changed.path("_etag").asText())
                .isNotEqualTo(made.path("_etag").asText());
        assertThat(found.path("children").path(0).path("name").asText()).isEqualTo("Loyal 2");
        assertThat(rest.read(Rest.UPS + "/audiences?name=vi").path("children")).hasSize(1);
        assertThat(gone).isEqualTo(204);
        assertThat(rest.get(Rest.UPS + "/audiences/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void a_bulk_read_answers_207_with_what_there_is_and_what_there_is_not() throws IOException {
        HttpResponse<String> answer = rest.send(
                "POST",
                Rest.UPS + "/audiences/bulk-get",
                "{\"ids\":[{\"id\":\"%s\"},{\"id\":\"none\"}]}".formatted(exports.audience));

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode results = Http.json(answer).path("results");
        assertThat(results.path(exports.audience).path("name").asText()).isEqualTo("VIP");
        assertThat(results.path("none").path("errors").has("404")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside", "inside"})
    void external_audiences_may_be_forbidden_and_errors_have_either_shape(String shape) throws IOException {
        exports.sandbox.experiencePlatformServer().set("externalSegments", false);
        exports.sandbox.experiencePlatformServer().set("audienceErrors", shape);

        HttpResponse<String> answer = rest.send(
                "POST",
                Rest.UPS + "/audiences",
                "{\"audienceId\":\"a\",\"name\":\"N\",\"namespace\":\"aam\",\"type\":\"ExternalSegment\"}");

        JsonNode body = Http.json(answer);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(body.path("errors").path("403").path(0).toString())
                .isEqualTo(
                        "{\"code\":\"UPAPI-113740-403\",\"message\":\"The IMS Org is not enabled for External Segment.\"}");
        assertThat((shape.equals("inside") ? body.path("errors") : body)
                        .path("status")
                        .asInt())
                .isEqualTo(403);
    }

    @Test
    void an_external_audience_keeps_its_own_id_and_namespace() throws IOException {
        JsonNode made = Http.json(rest.send("POST", Rest.UPS + "/audiences", """
                {"audienceId":"aam-7","name":"N","namespace":"aam","type":"ExternalSegment","lifecycle":"published"}"""));

        assertThat(made.path("audienceId").asText()).isEqualTo("aam-7");
        assertThat(made.path("namespace").asText()).isEqualTo("aam");
        assertThat(exports.platform.audiences()).contains(made.path("id").asText());
    }

    @Test
    void p13_an_export_job_has_a_number_and_can_be_cancelled() throws IOException {
        HttpResponse<String> made = rest.send("POST", Rest.UPS + "/export/jobs", """
                {"fields":"identities.id,personalEmail.address","filter":{"segments":[{"segmentId":"%s","segmentNs":"ups","status":["realized"]}]},
                 "destination":{"datasetId":"5b7c","segmentPerBatch":false},"schema":{"name":"_xdm.context.profile"}}""".formatted(exports.audience));
        JsonNode job = Http.json(made);
        JsonNode list = rest.read(Rest.UPS + "/export/jobs?limit=10&status=NEW");
        exports.sandbox.clock().advance(Duration.ofMinutes(5));
        String later = rest.read(Rest.UPS + "/export/jobs/" + job.path("id").asInt())
                .path("status")
                .asText();
        HttpResponse<String> cancelled =
                rest.send("DELETE", Rest.UPS + "/export/jobs/" + job.path("id").asInt(), "");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(job.path("id").isIntegralNumber()).isTrue();
        assertThat(job.path("jobType").asText()).isEqualTo("BATCH");
        assertThat(job.path("status").asText()).isEqualTo("NEW");
        assertThat(list.path("records")).hasSize(1);
        assertThat(list.path("page").path("pageSize").asText()).isEqualTo("1");
        assertThat(later).isEqualTo("SUCCEEDED");
        assertThat(cancelled.body())
                .isEqualTo("{\"status\":true,\"message\":\"Export job has been marked for cancelling\"}");
    }

    @Test
    void a_segment_job_counts_who_is_in_when_it_is_done() throws IOException {
        exports.platform.qualify(exports.audience, "ann", "bob");
        exports.platform.exit(exports.audience, "bob");

        JsonNode job = Http.json(
                rest.send("POST", Rest.UPS + "/segment/jobs", "[{\"segmentId\":\"%s\"}]".formatted(exports.audience)));
        exports.sandbox.clock().advance(Duration.ofMinutes(5));
        JsonNode done = rest.read(Rest.UPS + "/segment/jobs/" + job.path("id").asText());

        assertThat(job.path("status").asText()).isEqualTo("NEW");
        assertThat(done.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(done.path("segmentedProfileByStatusCounter").toString())
                .isEqualTo("{\"existing\":1,\"realized\":0,\"exited\":1}");
    }

    @Test
    void definitions_are_the_audiences_with_an_expression() throws IOException {
        rest.send("POST", Rest.UPS + "/segment/definitions", PLATFORM_AUDIENCE);

        assertThat(rest.read(Rest.UPS + "/segment/definitions").path("segments").findValuesAsText("name"))
                .contains("VIP", "Loyal");
        assertThat(rest.send("POST", Rest.UPS + "/segment/definitions", "{\"name\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({"/external-audience/, operationId, operations, runs", "/external-audience/submit, taskId, task, run"})
    void an_external_audience_is_made_by_either_description(String create, String id, String status, String run)
            throws IOException {
        String ais = "/data/core/ais";
        HttpResponse<String> made = rest.send("POST", ais + create, """
                {"name":"Upload","fields":[{"name":"email","type":"string","identityNs":"Email"}],"ttlInDays":"30",
                 "sourceSpec":{"path":"a.csv","type":"file","sourceType":"Cloud Storage","baseConnectionId":"b"}}""");
        String task = Http.json(made).path(id).asText();
        String at = ais + "/external-audience/" + status + "/" + task;
        String early = rest.read(at).path("status").asText();
        exports.sandbox.clock().advance(Duration.ofMinutes(5));
        JsonNode late = rest.read(at);
        String audience = late.path("audienceId").asText();
        String runs = ais + "/external-audience/" + audience + "/" + run;
        HttpResponse<String> first = rest.send("POST", runs, "{\"dataFilterStartTime\":1}");
        HttpResponse<String> second = rest.send("POST", runs, "{\"dataFilterStartTime\":1}");

        assertThat(made.statusCode()).isEqualTo(202);
        assertThat(early).isEqualTo("PROCESSING");
        assertThat(late.path("status").asText()).isEqualTo("SUCCESS");
        assertThat(exports.platform.audiences()).contains(audience);
        assertThat(rest.read(ais + "/external-audience/" + audience + "/runs/"
                                + Http.json(first).path("runId").asText())
                        .path("status")
                        .asText())
                .isEqualTo("PROCESSING");
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(rest.send("PATCH", ais + "/external-audience/" + audience, "{\"ttlInDays\":7}")
                        .body())
                .contains("\"ttlInDays\":7");
        assertThat(rest.send("POST", runs, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void namespaces_and_the_landing_zone_are_as_documented() throws IOException {
        String zone = "/data/foundation/connectors/landingzone/credentials?type=dlz_destination";
        JsonNode before = rest.read(zone);
        JsonNode after = Http.json(rest.send("POST", zone + "&action=refresh", ""));

        assertThat(rest.read("/data/core/idnamespace/identities").findValuesAsText("code"))
                .contains("ECID", "Email_LC_SHA256", "crmId");
        assertThat(before.path("containerName").asText()).isEqualTo("dlz-destination");
        assertThat(before.path("SASUri").asText())
                .contains(before.path("SASToken").asText());
        assertThat(after.path("SASToken").asText())
                .isNotEqualTo(before.path("SASToken").asText());
    }

    @Test
    void what_nobody_serves_is_not_found() throws IOException {
        assertThat(rest.get(Rest.UPS + "/nothing").statusCode()).isEqualTo(404);
        assertThat(rest.get("/data/other").statusCode()).isEqualTo(404);
    }
}
