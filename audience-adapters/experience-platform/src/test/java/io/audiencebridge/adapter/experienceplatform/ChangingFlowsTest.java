// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOW;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOWS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.VIP;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.body;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.flow;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.selector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.audiencebridge.adapter.experienceplatform.client.ExportFrequency;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportTrigger;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.FlowVersion;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangingFlowsTest {
    private static final String LINE = " " + FLOWS + "/" + FLOW;
    private static final String STALE =
            "{'errorDetails':'x','errorMessage':'Supplied version=[1] does not match the current version on entity=[2]'}";

    private final PlatformBench bench = new PlatformBench(settings -> settings.changeAttempts(3)
            .guardrails(PlatformGuardrails.builder()
                    .audiencesPerDestination(2)
                    .columnsPerDestination(1)
                    .build()));
    private final PlatformFlows flows = bench.client(PlatformFlows.class);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void an_audience_is_added_for_the_state_that_was_seen_letter_by_letter() {
        bench.api.answers("GET" + LINE, 200, flow("04001b6d", "", ""));
        bench.api.answers("PATCH" + LINE, 200, "{'id':'" + FLOW + "','etag':'\\'next\\''}");

        FlowVersion next = flows.activate(FLOW, incremental(VIP), OPTIONS).get();

        JsonNode step = body(bench.last()).get(0);
        assertThat(next.etag()).isEqualTo("\"next\"");
        assertThat(bench.last().getHeaders().get("If-Match")).isEqualTo("\"04001b6d\"");
        assertThat(step.path("op").asText()).isEqualTo("add");
        assertThat(step.path("path").asText()).isEqualTo("/transformations/0/params/segmentSelectors/selectors/-");
        assertThat(step.path("value").path("type").asText()).isEqualTo("PLATFORM_SEGMENT");
        assertThat(step.path("value").path("value").toString())
                .contains("\"filenameTemplate\":", "\"exportMode\":\"FIRST_FULL_THEN_INCREMENTAL\"")
                .contains(
                        "\"startTime\":\"20:00\"", "\"frequency\":\"EVERY_3_HOURS\"", "\"triggerType\":\"SCHEDULED\"");
    }

    @Test
    void an_external_audience_carries_its_system_id_and_its_origin() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'2'}");
        AudienceActivation external = AudienceActivation.builder()
                .from(incremental(VIP))
                .systemSegmentId("sys-1")
                .namespace("aamSegments")
                .build();

        flows.activate(FLOW, external, OPTIONS).get();

        assertThat(body(bench.last()).toString())
                .contains("\"systemSegmentId\":\"sys-1\"", "\"namespace\":\"aamSegments\"");
    }

    @Test
    void an_answer_without_a_body_has_the_next_state_read() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("GET" + LINE, 200, flow("2", selector(VIP), ""));
        bench.api.answers("PATCH" + LINE, 202, "");

        assertThat(flows.activate(FLOW, incremental(VIP), OPTIONS).get().etag()).isEqualTo("\"2\"");
    }

    @Test
    void a_change_is_made_anew_where_somebody_else_was_faster() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("GET" + LINE, 200, flow("2", selector("other"), ""));
        bench.api.answers("PATCH" + LINE, 412, STALE);
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'3'}");

        assertThat(flows.activate(FLOW, incremental(VIP), OPTIONS).get().etag()).isEqualTo("3");
        assertThat(bench.last().getHeaders().get("If-Match")).isEqualTo("\"2\"");
    }

    @Test
    void a_flow_that_never_stands_still_ends_as_a_conflict() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("PATCH" + LINE, 412, STALE);

        BridgeError error = flows.activate(FLOW, incremental(VIP), OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(error.message()).contains("412", "does not match the current version");
        assertThat(bench.api.lines()).hasSize(6);
    }

    @Test
    void a_flow_that_is_deleted_in_between_is_not_found() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("PATCH" + LINE, 404, "{'errorMessage':'flows not found with id = [" + FLOW + "]'}");

        BridgeError error = flows.activate(FLOW, incremental(VIP), OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("flows not found with id = [" + FLOW + "]");
    }

    @Test
    void what_is_as_wanted_already_is_left_alone() {
        bench.api.answers("GET" + LINE, 200, flow("1", selector(VIP), ""));
        AudienceActivation known =
                flows.find(FLOW, OPTIONS).get().get().activation(VIP).orElseThrow();

        assertThat(flows.activate(FLOW, known, OPTIONS).get().etag()).isEqualTo("\"1\"");
        assertThat(flows.deactivate(FLOW, "other", OPTIONS).isRight()).isTrue();
        assertThat(bench.api.lines()).allMatch(line -> line.startsWith("GET"));
    }

    @Test
    void what_is_replaced_keeps_the_members_that_are_not_ours() {
        bench.api.answers("GET" + LINE, 200, flow("1", selector("other") + "," + selector(VIP), ""));
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'2'}");

        flows.activate(FLOW, incremental(VIP), OPTIONS).get();

        JsonNode step = body(bench.last()).get(0);
        assertThat(step.path("op").asText()).isEqualTo("replace");
        assertThat(step.path("path").asText()).endsWith("/selectors/1");
        assertThat(step.path("value").path("value").path("createTime").asText()).isEqualTo("7");
        assertThat(step.toString()).doesNotContain("fileNameTemplate").contains("filenameTemplate");
    }

    @Test
    void an_audience_and_a_column_are_taken_away_where_they_stand() {
        bench.api.answers("GET" + LINE, 200, flow("1", selector("other") + "," + selector(VIP), column("a.b")));
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'2'}");

        flows.deactivate(FLOW, VIP, OPTIONS).get();
        assertThat(body(bench.last()).toString())
                .isEqualTo("[{\"op\":\"remove\",\"path\":\"/transformations/0/params/segmentSelectors/selectors/1\"}]");

        flows.removeColumn(FLOW, "a.b", OPTIONS).get();
        assertThat(body(bench.last()).toString())
                .isEqualTo("[{\"op\":\"remove\",\"path\":\"/transformations/0/params/profileSelectors/selectors/0\"}]");
    }

    @Test
    void a_column_is_added_as_a_path_with_its_mapping() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'2'}");

        flows.addColumn(FLOW, ExportColumn.of("personalEmail.address"), OPTIONS).get();

        JsonNode value = body(bench.last()).get(0).path("value");
        assertThat(value.path("type").asText()).isEqualTo("JSON_PATH");
        assertThat(value.path("value").path("mapping").path("sourceType").asText())
                .isEqualTo("text/x.schema-path");
        assertThat(value.path("value")
                        .path("mapping")
                        .path("destinationXdmPath")
                        .asText())
                .isEqualTo("personalEmail.address");
    }

    @Test
    void a_full_destination_is_not_made_fuller() {
        bench.api.answers("GET" + LINE, 200, flow("1", selector("a") + "," + selector("b"), column("a.b")));

        BridgeError third = flows.activate(FLOW, incremental(VIP), OPTIONS).getLeft();
        BridgeError column =
                flows.addColumn(FLOW, ExportColumn.of("c.d"), OPTIONS).getLeft();

        assertThat(third.message()).contains("has 2 audiences already");
        assertThat(column.message()).contains("has 1 columns already");
        assertThat(bench.api.lines()).noneMatch(line -> line.startsWith("PATCH"));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY_FULL_EXPORT, EVERY_3_HOURS, SCHEDULED, 20:00, , false",
        "DAILY_FULL_EXPORT, DAILY, AFTER_SEGMENT_EVAL, , , true",
        "DAILY_FULL_EXPORT, DAILY, AFTER_SEGMENT_EVAL, 20:00, , false",
        "DAILY_FULL_EXPORT, WEEKLY, SCHEDULED, 20:00, , true",
        "DAILY_FULL_EXPORT, ONCE, SCHEDULED, 20:00, , true",
        "DAILY_FULL_EXPORT, ONCE, SCHEDULED, 20:00, 2024-06-01, false",
        "DAILY_FULL_EXPORT, DAILY, SCHEDULED, , , false",
        "FIRST_FULL_THEN_INCREMENTAL, ONCE, SCHEDULED, 20:00, , false",
        "FIRST_FULL_THEN_INCREMENTAL, MONTHLY, SCHEDULED, 20:00, , false",
        "FIRST_FULL_THEN_INCREMENTAL, EVERY_12_HOURS, SCHEDULED, 20:00, 2024-06-01, true",
        "FIRST_FULL_THEN_INCREMENTAL, EVERY_12_HOURS, AFTER_SEGMENT_EVAL, , , false",
        "FIRST_FULL_THEN_INCREMENTAL, DAILY, SCHEDULED, 20:00, 2024-05-01, false"
    })
    void times_go_with_the_mode_or_are_refused_before_any_call(
            ExportMode mode,
            ExportFrequency frequency,
            ExportTrigger trigger,
            LocalTime start,
            LocalDate end,
            boolean sound) {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'2'}");
        ActivationTimes times = ActivationTimes.builder()
                .frequency(frequency)
                .trigger(trigger)
                .startDate(LocalDate.of(2024, 5, 1))
                .startTime(Optional.ofNullable(start))
                .endDate(Optional.ofNullable(end))
                .build();

        Either<BridgeError, FlowVersion> outcome = flows.activate(
                FLOW,
                AudienceActivation.builder()
                        .audience(VIP)
                        .mode(mode)
                        .times(times)
                        .build(),
                OPTIONS);

        assertThat(outcome.isRight()).isEqualTo(sound);
        assertThat(bench.api.requests().isEmpty()).isEqualTo(!sound);
    }

    @Test
    void a_flow_is_read_with_its_audiences_columns_and_schedules() {
        bench.api.answers("GET" + LINE, 200, flow("1", selector(VIP), column("a.b")));

        Flow read = flows.find(FLOW, OPTIONS).get().get();

        assertThat(read.name()).isEqualTo("Campaign");
        assertThat(read.destination()).contains(true);
        assertThat(read.created()).contains(Instant.ofEpochMilli(1714550400000L));
        assertThat(read.columns()).containsExactly(ExportColumn.of("a.b"));
        assertThat(read.activation(VIP).orElseThrow().fileNames()).isEqualTo("%SEGMENT_ID%");
        assertThat(read.activation(VIP).orElseThrow().schedule().firstExport())
                .contains(Instant.parse("2024-05-01T20:00:00Z"));
    }

    @Test
    void any_other_change_sees_the_flow_as_it_is() {
        bench.api.answers("GET" + LINE, 200, flow("1", "", ""));
        bench.api.answers("PATCH" + LINE, 200, "{'etag':'2'}");

        flows.change(
                        FLOW,
                        read -> Either.right(List.of(PatchStep.replace("/name", "\"" + read.name() + " 2\""))),
                        OPTIONS)
                .get();
        assertThat(body(bench.last()).get(0).path("value").asText()).isEqualTo("Campaign 2");

        Either<BridgeError, FlowVersion> wrong =
                flows.change(FLOW, read -> Either.right(Vector.of(PatchStep.replace("/name", "{"))), OPTIONS);

        assertThat(wrong.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_flow_is_switched_and_deleted() {
        bench.api.answers("POST" + LINE + "/action", 200, "{'id':'x'}");
        bench.api.answers("DELETE" + LINE, 204, "");

        assertThat(flows.disable(FLOW, OPTIONS).get()).isFalse();
        assertThat(bench.last().getUrl().queryParameter("op")).isEqualTo("disable");
        assertThat(flows.enable(FLOW, OPTIONS).get()).isTrue();
        assertThat(flows.delete(FLOW, OPTIONS).get()).isTrue();
        assertThat(flows.delete("gone", OPTIONS).get()).isFalse();
    }

    @Test
    void an_id_that_would_climb_to_another_address_never_leaves() {
        assertThat(flows.find("..", OPTIONS).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(flows.delete("../connections/1", OPTIONS).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.api.requests()).isEmpty();
    }

    private static String column(String source) {
        return "{'type':'JSON_PATH','value':{'path':'" + source + "','mapping':{'source':'" + source
                + "','destination':'" + source + "'}}}";
    }

    private static AudienceActivation incremental(String audience) {
        return AudienceActivation.builder()
                .audience(audience)
                .times(ActivationTimes.every(
                        ExportFrequency.EVERY_3_HOURS, LocalDate.of(2024, 5, 1), LocalTime.of(20, 0)))
                .build();
    }
}
