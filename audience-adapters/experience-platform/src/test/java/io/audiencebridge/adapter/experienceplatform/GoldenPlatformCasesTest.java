// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.AD_HOC;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.AUDIENCES;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOW;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOWS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.VIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AdHocActivation;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOrder;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOutcome;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.ExportFrequency;
import io.audiencebridge.adapter.experienceplatform.client.ExportJob;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobDraft;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobs;
import io.audiencebridge.adapter.experienceplatform.client.FlowRun;
import io.audiencebridge.adapter.experienceplatform.client.FlowVersion;
import io.audiencebridge.adapter.experienceplatform.client.ManagedActivation;
import io.audiencebridge.adapter.experienceplatform.client.ManagedCloudServices;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.adapter.experienceplatform.client.PlatformRuns;
import io.audiencebridge.adapter.experienceplatform.client.RunNotice;
import io.audiencebridge.adapter.experienceplatform.client.RunState;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases P1 to P14 of the protocol page, and F5 and F6. */
class GoldenPlatformCasesTest {
    private final PlatformBench bench = new PlatformBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** P1 and its neighbours: the code decides, as text or number, whatever status comes with it. */
    @ParameterizedTest
    @CsvSource({
        "401, '403010', AccessDenied",
        "403, '403010', AccessDenied",
        "400, 403010, AccessDenied",
        "401, 401013, AccessDenied",
        "401, '401013', AccessDenied",
        "403, '403000', AccessDenied",
        "403, '403003', AccessDenied",
        "403, '403025', AccessDenied",
        "400, '400003', InvalidRequest",
        "400, 400003, InvalidRequest"
    })
    void p1_a_refusal_of_the_gateway_is_known_by_its_code(int status, String code, String variant) {
        bench.api.answers("GET " + FLOWS + "/" + FLOW, status, "{'error_code':" + code + ",'message':'No.'}");

        BridgeError error =
                bench.client(PlatformFlows.class).find(FLOW, OPTIONS).getLeft();

        assertThat(error.code()).isEqualTo(variant);
        assertThat(error.incident().codes()).containsExactly(code.replace("'", ""));
        assertThat(error.message()).contains("No.").doesNotContain("token-1");
    }

    @Test
    void p2_the_sandbox_is_always_named() {
        bench.api.answers("GET " + AUDIENCES + "/1", 200, "{'id':'1'}");

        bench.client(PlatformAudiences.class).find("1", OPTIONS).get();

        assertThat(bench.last().getHeaders().get("x-sandbox-name")).isEqualTo("prod");
        assertThat(bench.last().getHeaders().get("x-api-key")).isEqualTo("the-key");
        assertThat(bench.last().getHeaders().get("x-gw-ims-org-id")).isEqualTo("5BFE274A5F6980A50A495C08@AdobeOrg");
        assertThat(bench.last().getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void p4_a_change_without_a_state_never_leaves(String etag) {
        Either<BridgeError, FlowVersion> refused = bench.client(PlatformFlows.class)
                .patch(new FlowVersion(FLOW, etag), List.of(PatchStep.remove("/description")), OPTIONS);

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.api.requests()).isEmpty();
    }

    @Test
    void p5_a_flow_that_is_not_there_is_not_found() {
        bench.api.answers("GET " + FLOWS + "/unknown", 404, "{'errorMessage':'flows not found with id = [unknown]'}");
        PlatformFlows flows = bench.client(PlatformFlows.class);

        assertThat(flows.find("unknown", OPTIONS).get()).isEmpty();
        assertThat(flows.deactivate("unknown", VIP, OPTIONS).getLeft()).isInstanceOf(BridgeError.NotFound.class);
        assertThat(flows.deactivate("unknown", VIP, OPTIONS).getLeft().message())
                .contains("flow unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "segment", "Audience"})
    void p6_a_running_export_is_told_with_its_run(String word) {
        bench.api.answers(
                "POST " + AD_HOC,
                400,
                "{'message':'Run already going on for " + word + " " + VIP + " for order " + FLOW
                        + " with run id 4b7728dd-83c9-4c38-95a4-24ddab545404'}");

        assertThat(adHoc(AdHocOrder.of(FLOW, VIP)).get())
                .isEqualTo(new AdHocOutcome.AlreadyRunning(VIP, FLOW, "4b7728dd-83c9-4c38-95a4-24ddab545404"));
    }

    @Test
    void p6_an_audience_of_another_flow_is_told_by_its_name() {
        bench.api.answers(
                "POST " + AD_HOC,
                400,
                "{'message':'Segments VIP, Gold are not part of this dataflow or out of schedule range!'}");

        assertThat(adHoc(AdHocOrder.of(FLOW, VIP)).get()).isEqualTo(new AdHocOutcome.NotPartOfFlow("VIP, Gold"));
    }

    @ParameterizedTest
    @CsvSource({"80, true", "81, false", "500, false"})
    void p8_more_audiences_than_a_call_may_name_never_leave(int count, boolean sent) {
        bench.api.answers("POST " + AD_HOC, 200, "{'order':[]}");
        AdHocOrder order = AdHocOrder.builder()
                .flow(FLOW)
                .addAllAudiences(List.range(0, count).map(String::valueOf))
                .build();

        assertThat(adHoc(order).isRight()).isEqualTo(sent);
        assertThat(bench.api.requests()).hasSize(sent ? 1 : 0);
    }

    @Test
    void p9_the_second_version_is_asked_for_and_the_first_only_with_its_export_jobs() {
        bench.api.answers("POST " + AD_HOC, 200, "{'order':[]}");
        AdHocOrder first = AdHocOrder.builder()
                .flow(FLOW)
                .addAudiences(VIP)
                .addExportJobs("100")
                .build();

        adHoc(AdHocOrder.of(FLOW, VIP)).get();
        assertThat(bench.last().getHeaders().get("Accept"))
                .isEqualTo("application/vnd.adobe.adhoc.activation+json; version=2");
        assertThat(PlatformBench.body(bench.last()).toString())
                .isEqualTo("{\"activationInfo\":{\"" + FLOW + "\":[\"" + VIP + "\"]}}");

        adHoc(first).get();
        assertThat(bench.last().getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(PlatformBench.body(bench.last()).path("exportIds").get(0).asText())
                .isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({"20:30", "20:01", "00:59", "20:00:01"})
    void p10_an_export_begins_at_a_full_hour(String time) {
        AudienceActivation activation = AudienceActivation.builder()
                .audience(VIP)
                .times(ActivationTimes.every(
                        ExportFrequency.EVERY_3_HOURS, LocalDate.of(2024, 5, 1), LocalTime.parse(time)))
                .build();

        BridgeError error = bench.client(PlatformFlows.class)
                .activate(FLOW, activation, OPTIONS)
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("full hour");
        assertThat(bench.api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'_page':{'totalCount':3,'next':'2'}",
                "'_pages':{'totalCount':3,'next':'2'}",
                "'_page':{'totalCount':3},'_links':{'next':{'href':'@/audiences?start=2&limit=2'}}",
                "'_pages':{},'_links':{'next':{'href':'https://other.example/audiences?limit=2&start=2'}}"
            })
    void p12_audiences_are_paged_in_both_spellings(String page) {
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[{'id':'1'},{'id':'2'}]," + page + "}");
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[{'id':'3'}]}");

        var all = bench.client(PlatformAudiences.class)
                .list(PlatformAudienceQuery.all(), OPTIONS)
                .all()
                .get();

        assertThat(all.map(PlatformAudience::id)).containsExactly("1", "2", "3");
        assertThat(bench.last().getUrl().queryParameter("start")).isEqualTo("2");
        assertThat(bench.last().getUrl().queryParameter("sort")).isEqualTo("updateTime:desc");
    }

    @Test
    void p13_an_export_job_has_a_number_and_is_cancelled() {
        String jobs = "/data/core/ups/export/jobs";
        bench.api.answers("POST " + jobs, 200, "{'id':100,'status':'NEW','jobType':'BATCH'}");
        bench.api.answers(
                "DELETE " + jobs + "/100",
                200,
                "{'status':true,'message':'Export job has been marked for cancelling'}");
        ExportJobs client = bench.client(ExportJobs.class);

        ExportJob job = client.start(
                        ExportJobDraft.builder().datasetId("d").addSegments("s").build(), OPTIONS)
                .get();

        assertThat(job.id()).isEqualTo(100);
        assertThat(client.cancel(100, OPTIONS).get()).isTrue();
        assertThat(client.cancel(7, OPTIONS).get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "Failed", "FAILED"})
    void p14_a_failed_run_says_so(String word) {
        bench.api.answers(
                "GET /data/foundation/flowservice/runs",
                200,
                "{'items':[{'id':'r','flowId':'" + FLOW + "','metrics':{'statusSummary':{'status':'" + word
                        + "','errors':[{'code':'ACTIVATION_BATCH-0000-FAILED','message':'Job aborted.'}]},"
                        + "'recordSummary':{'skippedRecordCount':2,'skippedInfo':[{'code':'ACTIVATION_BATCH-0000-SKIP','message':'m','count':2}]}}}]}");

        FlowRun run =
                bench.client(PlatformRuns.class).list(FLOW, OPTIONS).all().get().single();

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errors()).containsExactly(new RunNotice("ACTIVATION_BATCH-0000-FAILED", "Job aborted.", 0));
        assertThat(run.skips()).containsExactly(new RunNotice("ACTIVATION_BATCH-0000-SKIP", "m", 2));
        assertThat(run.skipped()).hasValue(2);
        assertThat(bench.last().getUrl().queryParameter("property")).isEqualTo("flowId==" + FLOW);
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false", "300, false"})
    void f5_a_longer_file_name_than_managed_cloud_services_takes_is_refused(int length, boolean taken) {
        String template = "%SEGMENT_ID%" + "x".repeat(length - VIP.length() - ".csv".length());

        assertThat(new ManagedCloudServices(PlatformGuardrails.standard())
                        .check(managed("VIP").fileNames(template).build())
                        .isRight())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"VIP 2024, true", "Größe_1 (neu), true", "Men & Women, false", "50%, false", "a/b, false", "'', false"})
    void f6_an_audience_with_special_characters_is_refused(String name, boolean taken) {
        assertThat(new ManagedCloudServices(PlatformGuardrails.standard())
                        .check(managed(name).build())
                        .isRight())
                .isEqualTo(taken);
    }

    private static ManagedActivation.Builder managed(String name) {
        return ManagedActivation.builder()
                .destination("Campaign")
                .audience(VIP)
                .name(name)
                .fields(3);
    }

    private Either<BridgeError, AdHocOutcome> adHoc(AdHocOrder order) {
        return bench.client(AdHocActivation.class).activate(order, OPTIONS);
    }
}
