// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.AudienceEstimates;
import io.audiencebridge.adapter.experienceplatform.client.ExportJob;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobDraft;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobs;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudienceDraft;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudienceSpelling;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudiences;
import io.audiencebridge.adapter.experienceplatform.client.ExternalField;
import io.audiencebridge.adapter.experienceplatform.client.FoundSegment;
import io.audiencebridge.adapter.experienceplatform.client.IdentityNamespaces;
import io.audiencebridge.adapter.experienceplatform.client.LandingZone;
import io.audiencebridge.adapter.experienceplatform.client.LandingZoneCredentials;
import io.audiencebridge.adapter.experienceplatform.client.SegmentCounts;
import io.audiencebridge.adapter.experienceplatform.client.SegmentDefinitions;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJob;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJobs;
import io.audiencebridge.adapter.experienceplatform.client.SegmentNamespace;
import io.audiencebridge.adapter.experienceplatform.client.SegmentSearch;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationSchedules;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationState;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.List;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTheSegmentationServiceTest {
    private static final String UPS = "/data/core/ups/";
    private static final String EXTERNAL = "/data/core/ais/external-audience";
    private static final String ZONE = "/data/foundation/connectors/landingzone/credentials";

    private final PlatformBench bench = new PlatformBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'metrics':{'segmentedProfileByStatusCounter':{'s1':{'existing':5,'realized':3,'exited':2}}}",
                "'segmentedProfileByStatusCounter':{'s1':{'existing':5,'realized':3,'exited':2}}",
                "'segmentedProfileByStatusCounter':{'existing':5,'realized':3,'exited':2}"
            })
    void an_evaluation_counts_its_profiles(String counter) {
        bench.api.answers(
                "POST " + UPS + "segment/jobs",
                200,
                "[{'id':'j','status':'SUCCEEDED','segments':[{'segmentId':'s1'}]," + counter + "}]");

        SegmentJob job = bench.client(SegmentJobs.class)
                .start(List.of("s1", "s1"), OPTIONS)
                .get();

        assertThat(body(bench.last()).toString()).isEqualTo("[{\"segmentId\":\"s1\"}]");
        assertThat(job.state().ended()).isTrue();
        assertThat(job.counts()).containsExactly(Map.entry("s1", new SegmentCounts(5, 3, 2)));
        assertThat(job.counts().get("s1").members()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"NEW, NEW", "queued, QUEUED", "Cancelling, CANCELLING", "DREAMING, OTHER"})
    void states_are_read_in_any_letter_case(String word, SegmentationState state) {
        bench.api.answers("GET " + UPS + "segment/jobs/j", 200, "{'id':'j','status':'" + word + "'}");

        assertThat(bench.client(SegmentJobs.class)
                        .find("j", OPTIONS)
                        .get()
                        .get()
                        .state())
                .isEqualTo(state);
    }

    @Test
    void export_jobs_are_listed_in_their_own_kind_of_page() {
        bench.api.answers(
                "GET " + UPS + "export/jobs",
                200,
                "{'records':[{'id':1,'status':'FAILED','errors':[{'code':'E1','msg':'broken','callStack':'x'}],"
                        + "'metrics':{'totalTime':{'totalTimeInMs':1500}}}],'page':{'sortField':'createdTime','pageSize':1},"
                        + "'link':{'next':'/export/jobs?limit=1&offset=1'}}");
        bench.api.answers("GET " + UPS + "export/jobs", 200, "{'records':[{'id':2,'status':'NEW'}],'link':{}}");

        var jobs = bench.client(ExportJobs.class).list(OPTIONS).all().get();

        assertThat(jobs.map(ExportJob::id)).containsExactly(1L, 2L);
        assertThat(jobs.head().errors().get(0).message()).isEqualTo("broken");
        assertThat(jobs.head().took().orElseThrow()).hasMillis(1500);
    }

    @Test
    void an_export_job_is_written_as_the_page_shows_it() {
        bench.api.answers("POST " + UPS + "export/jobs", 200, "{'id':100,'status':'NEW'}");
        ExportJobDraft draft = ExportJobDraft.builder()
                .addFields("identities.id", "personalEmail.address")
                .addSegments("s1")
                .qualifiedFrom(Instant.parse("2024-05-01T00:00:00Z"))
                .datasetId("d1")
                .build();

        bench.client(ExportJobs.class).start(draft, OPTIONS).get();

        assertThat(body(bench.last()).toString())
                .isEqualTo(
                        "{\"fields\":\"identities.id,personalEmail.address\",\"filter\":{\"segments\":[{\"segmentId\":\"s1\","
                                + "\"segmentNs\":\"ups\",\"status\":[\"realized\"]}],\"segmentQualificationTime\":{\"startTime\":\"2024-05-01T00:00:00Z\"}},"
                                + "\"destination\":{\"datasetId\":\"d1\",\"segmentPerBatch\":false},\"schema\":{\"name\":\"_xdm.context.profile\"}}");
    }

    @Test
    void a_definition_is_created_found_and_deleted() {
        bench.api.answers(
                "POST " + UPS + "segment/definitions", 200, "{'id':'s','name':'n','expression':{'value':'p'}}");
        bench.api.answers("GET " + UPS + "segment/definitions", 200, "{'segments':[{'id':'s'}],'page':{}}");
        bench.api.answers("DELETE " + UPS + "segment/definitions/s", 200, "");
        SegmentDefinitions definitions = bench.client(SegmentDefinitions.class);

        assertThat(definitions.create("n", "", "p", OPTIONS).get().pql()).contains("p");
        assertThat(definitions.list(OPTIONS).all().get()).hasSize(1);
        assertThat(definitions.delete("s", OPTIONS).get()).isTrue();
        assertThat(definitions.create("n", "", " ", OPTIONS).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void an_expression_is_estimated() {
        bench.api.answers("POST " + UPS + "preview", 200, "{'state':'NEW','previewId':'MDphcHAt=='}");
        bench.api.answers(
                "GET " + UPS + "estimate/MDphcHAt%3D%3D",
                200,
                "{'state':'RESULT_READY','estimatedSize':4275,'standardError':0.5,'confidenceInterval':'95%'}");
        AudienceEstimates estimates = bench.client(AudienceEstimates.class);

        String preview = estimates.preview("x = 1", OPTIONS).get();
        var estimate = estimates.find(preview, OPTIONS).get().get();

        assertThat(estimate.ready()).isTrue();
        assertThat(estimate.size()).hasValue(4275);
        assertThat(estimate.confidence()).hasValue(95);
    }

    @Test
    void segments_of_all_origins_are_searched() {
        bench.api.answers(
                "GET " + UPS + "search/namespaces", 200, "{'namespaces':[{'namespace':'AAMSegments','count':12}]}");
        bench.api.answers("GET " + UPS + "search/entities", 200, "{'entities':[{'id':'7','name':'VIP'}]}");
        SegmentSearch search = bench.client(SegmentSearch.class);

        assertThat(search.namespaces(OPTIONS).get()).containsExactly(new SegmentNamespace("AAMSegments", 12));
        assertThat(search.find("AAMSegments", "vip", OPTIONS).get())
                .containsExactly(new FoundSegment("7", "VIP", "AAMSegments"));
        assertThat(bench.last().getHeaders().get("x-ups-search-version")).isEqualTo("1.0");
        assertThat(bench.last().getUrl().queryParameter("schema.name")).isEqualTo("_xdm.context.segmentdefinition");
    }

    @Test
    void schedules_and_namespaces_are_listed() {
        bench.api.answers(
                "GET " + UPS + "config/schedules",
                200,
                "{'children':[{'id':'c','type':'batch_segmentation','state':'inactive','schedule':'0 0 1 * * ?'}]}");
        bench.api.answers(
                "GET /data/core/idnamespace/identities",
                200,
                "[{'id':4,'code':'ECID','name':'ECID','idType':'COOKIE','custom':false,'status':'ACTIVE'}]");

        assertThat(bench.client(SegmentationSchedules.class)
                        .list(OPTIONS)
                        .all()
                        .get()
                        .single()
                        .active())
                .isFalse();
        assertThat(bench.client(IdentityNamespaces.class)
                        .list(OPTIONS)
                        .get()
                        .single()
                        .code())
                .isEqualTo("ECID");
    }

    @Test
    void the_landing_zones_signature_is_a_secret_and_can_be_renewed() {
        String answer =
                "{'containerName':'dlz-destination','SASToken':'sig=%s','storageAccountName':'acme','SASUri':'https://acme/?sig=%s'}";
        bench.api.answers("GET " + ZONE, 200, answer.replace("%s", "old"));
        bench.api.answers("POST " + ZONE, 200, answer.replace("%s", "new"));
        LandingZone zone = bench.client(LandingZone.class);

        LandingZoneCredentials old = zone.credentials(OPTIONS).get();
        LandingZoneCredentials fresh = zone.refresh(OPTIONS).get();

        assertThat(old.sasToken()).isEqualTo(Secret.of("sig=old"));
        assertThat(fresh.sasToken()).isEqualTo(Secret.of("sig=new"));
        assertThat(old.toString() + fresh).doesNotContain("sig=");
        assertThat(bench.last().getUrl().queryParameter("action")).isEqualTo("refresh");
    }

    @ParameterizedTest
    @CsvSource({"SUBMIT_AND_TASK, /submit, /task/t1, /a1/run", "OPERATIONS, /, /operations/t1, /a1/runs"})
    void external_audiences_are_addressed_as_the_settings_say(
            ExternalAudienceSpelling spelling, String create, String task, String run) {
        try (PlatformBench other = new PlatformBench(settings -> settings.externalAudiences(spelling))) {
            other.api.answers("POST " + EXTERNAL + create, 202, "{'taskId':'t1'}");
            other.api.answers(
                    "GET " + EXTERNAL + task, 200, "{'operationId':'t1','audienceId':'a1','status':'SUCCESS'}");
            other.api.answers("POST " + EXTERNAL + run, 200, "{'runId':'r1'}");
            ExternalAudiences external = other.client(ExternalAudiences.class);

            String begun = external.create(draft().build(), OPTIONS).get().id();

            assertThat(external.task(begun, OPTIONS).get().audience()).contains("a1");
            assertThat(external.run("a1", Instant.EPOCH, OPTIONS).get().id()).isEqualTo("r1");
        }
    }

    @Test
    void an_external_audience_that_cannot_be_read_is_refused_before_the_call() {
        ExternalAudienceDraft wrong = draft().daysToLive(91)
                .addFields(new ExternalField("e mail", "text", Optional.of("Email")))
                .build();

        assertThat(bench.client(ExternalAudiences.class)
                        .create(wrong, OPTIONS)
                        .getLeft()
                        .message())
                .contains("91", "'e mail'", "'text'", "one field with an identity namespace");
    }

    private static ExternalAudienceDraft.Builder draft() {
        return ExternalAudienceDraft.builder()
                .name("CRM")
                .path("in/crm.csv")
                .baseConnection("b")
                .addFields(new ExternalField("email", "string", Optional.of("Email")));
    }
}
