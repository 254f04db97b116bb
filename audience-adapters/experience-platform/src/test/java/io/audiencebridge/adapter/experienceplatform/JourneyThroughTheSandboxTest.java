// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AdHocActivation;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOrder;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOutcome;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.AudienceDraft;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationSetup;
import io.audiencebridge.adapter.experienceplatform.client.DestinationStorage;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.audiencebridge.adapter.experienceplatform.client.ExportFrequency;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobDraft;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobs;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.FlowRun;
import io.audiencebridge.adapter.experienceplatform.client.FlowVersion;
import io.audiencebridge.adapter.experienceplatform.client.IdentityNamespaces;
import io.audiencebridge.adapter.experienceplatform.client.LandingZone;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.adapter.experienceplatform.client.PlatformDestinations;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformRuns;
import io.audiencebridge.adapter.experienceplatform.client.RunState;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJobs;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.ims.ImsTokenSourceFactory;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way over sockets: sign-in, destination, audience, export, and what goes wrong on it. */
class JourneyThroughTheSandboxTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final TokenSource tokens = signIn();
    private final Connector connector = new ExperiencePlatformConnectorFactory()
            .connect(
                    ExperiencePlatformSettings.builder()
                            .uri(sandbox.experiencePlatform())
                            .pageSize(3)
                            .http(HttpSettings.builder().maxAttempts(1).build())
                            .build(),
                    new TestBridge(Either.right(tokens), sandbox.clock()))
            .get();
    private final PlatformFlows flows = client(PlatformFlows.class);
    private final String vip = sandbox.experiencePlatformData().addAudience("VIP");

    /** Flows export at midnight: a journey of some hours must not meet one by the hour at which the tests run. */
    @BeforeEach
    void begin_in_the_morning() {
        Instant now = sandbox.clock().instant();
        Instant eight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atTime(8, 0)
                .toInstant(ZoneOffset.UTC);
        sandbox.clock().advance(Duration.between(now, eight));
    }

    @AfterEach
    void close() {
        connector.close();
        tokens.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"body, items, _page", "empty, object, _pages"})
    void a_destination_is_set_up_filled_and_exported_at_once(String patch, String single, String page) {
        sandbox.experiencePlatformServer().set("patchAnswer", patch);
        sandbox.experiencePlatformServer().set("singleRead", single);
        sandbox.experiencePlatformServer().set("audiencePage", page);
        sandbox.experiencePlatformServer().set("runStatus", patch.equals("empty") ? "upper" : "capital");
        ann();

        String flow = setUp().flow().flow();
        flows.addColumn(flow, ExportColumn.of("personalEmail.address"), OPTIONS).get();
        flows.activate(flow, activation(vip), OPTIONS).get();
        AdHocOutcome early = adHoc(flow);
        sandbox.clock().advance(Duration.ofHours(2));
        AdHocOutcome started = adHoc(flow);
        sandbox.clock().advance(Duration.ofHours(1));

        assertThat(early).isInstanceOf(AdHocOutcome.NotPartOfFlow.class);
        assertThat(started).isInstanceOf(AdHocOutcome.Started.class);
        String id = ((AdHocOutcome.Started) started).runs().single().run().orElseThrow();
        FlowRun run = client(PlatformRuns.class).find(id, OPTIONS).get().get();
        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(run.written()).hasValue(1);
        assertThat(client(PlatformRuns.class).list(flow, OPTIONS).all().get().map(FlowRun::id))
                .contains(id);
    }

    @Test
    void an_export_that_is_at_work_is_told_with_its_run() {
        ann();
        String flow = setUp().flow().flow();
        flows.addColumn(flow, ExportColumn.of("personalEmail.address"), OPTIONS).get();
        flows.activate(flow, activation(vip), OPTIONS).get();
        sandbox.clock().advance(Duration.ofHours(2));

        AdHocOutcome first = adHoc(flow);
        AdHocOutcome second = adHoc(flow);

        String run = ((AdHocOutcome.Started) first).runs().single().run().orElseThrow();
        assertThat(second).isEqualTo(new AdHocOutcome.AlreadyRunning(vip, flow, run));
    }

    @Test
    void a_destination_is_set_up_once_however_often_it_is_asked_for() {
        DestinationSetup first = setUp();
        DestinationSetup second = setUp();

        assertThat(first.created()).isEqualTo(5);
        assertThat(second.created()).isZero();
        assertThat(second.flow()).isEqualTo(first.flow());
    }

    @Test
    void two_who_change_a_flow_at_the_same_time_both_get_their_way() {
        FlowVersion seen = setUp().flow();
        String gold = sandbox.experiencePlatformData().addAudience("Gold");

        // somebody else changes the flow between our reading and our writing, once
        boolean[] meddled = {false};
        flows.change(
                        seen.flow(),
                        flow -> {
                            if (!meddled[0]) {
                                meddled[0] = true;
                                flows.activate(flow.id(), activation(gold), OPTIONS)
                                        .get();
                            }
                            return Either.right(List.of(PatchStep.add("/description", "\"ours\"")));
                        },
                        OPTIONS)
                .get();

        Flow flow = flows.find(seen.flow(), OPTIONS).get().get();
        assertThat(flow.description()).isEqualTo("ours");
        assertThat(flow.activation(gold)).isPresent();
        assertThat(flows.patch(seen, List.of(PatchStep.add("/description", "\"late\"")), OPTIONS)
                        .getLeft())
                .isInstanceOf(BridgeError.Conflict.class);
    }

    @Test
    void a_flow_that_somebody_deletes_in_between_is_not_found() {
        FlowVersion seen = setUp().flow();

        assertThat(flows.delete(seen.flow(), OPTIONS).get()).isTrue();

        assertThat(flows.activate(seen.flow(), activation(vip), OPTIONS).getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
        assertThat(flows.patch(seen, List.of(PatchStep.remove("/description")), OPTIONS)
                        .getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
        assertThat(flows.delete(seen.flow(), OPTIONS).get()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"_page, outside", "_pages, inside"})
    void audiences_are_created_paged_asked_for_together_and_deleted(String page, String errors) {
        sandbox.experiencePlatformServer().set("audiencePage", page);
        sandbox.experiencePlatformServer().set("audienceErrors", errors);
        PlatformAudiences audiences = client(PlatformAudiences.class);
        for (int i = 0; i < 7; i++) {
            sandbox.clock().advance(Duration.ofMinutes(1));
            audiences
                    .create(
                            AudienceDraft.builder()
                                    .name("A" + i)
                                    .pql("x = " + i)
                                    .build(),
                            OPTIONS)
                    .get();
        }

        var all = audiences.list(PlatformAudienceQuery.all(), OPTIONS).all().get();
        String one = all.last().id();
        var some = audiences.findAll(List.of(one, "unknown"), OPTIONS).get();

        assertThat(all).hasSize(8);
        assertThat(all.map(PlatformAudience::name).filter(name -> !name.equals("VIP")))
                .containsExactly("A6", "A5", "A4", "A3", "A2", "A1", "A0");
        assertThat(some.get(0).outcome().isRight()).isTrue();
        assertThat(some.get(1).outcome().getLeft()).isInstanceOf(BridgeError.NotFound.class);
        assertThat(audiences.delete(one, OPTIONS).get()).isTrue();
        assertThat(audiences.find(one, OPTIONS).get()).isEmpty();
    }

    @Test
    void jobs_namespaces_and_the_landing_zone_answer() {
        ann();

        var evaluation = client(SegmentJobs.class).start(List.of(vip), OPTIONS).get();
        var export = client(ExportJobs.class)
                .start(ExportJobDraft.builder().datasetId("d").addSegments(vip).build(), OPTIONS)
                .get();

        assertThat(evaluation.segments()).contains(vip);
        assertThat(client(ExportJobs.class).cancel(export.id(), OPTIONS).get()).isTrue();
        assertThat(client(IdentityNamespaces.class).list(OPTIONS).get()).isNotEmpty();
        assertThat(client(LandingZone.class).credentials(OPTIONS).get().sasToken())
                .isNotEqualTo(client(LandingZone.class).refresh(OPTIONS).get().sasToken());
    }

    @Test
    void a_token_that_was_revoked_is_replaced() {
        setUp();
        sandbox.experiencePlatformServer().revokeTokens();

        assertThat(flows.destinations(OPTIONS).all().get()).hasSize(1);
    }

    private void ann() {
        sandbox.experiencePlatformData()
                .put(Profile.of("ann").name("Ann", "Lee").email("ann@x.org"));
        sandbox.experiencePlatformData().qualify(vip, "ann");
    }

    private AudienceActivation activation(String audience) {
        LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
        return AudienceActivation.builder()
                .audience(audience)
                .times(ActivationTimes.every(ExportFrequency.EVERY_12_HOURS, today, LocalTime.MIDNIGHT))
                .build();
    }

    private AdHocOutcome adHoc(String flow) {
        return client(AdHocActivation.class)
                .activate(AdHocOrder.of(flow, vip), OPTIONS)
                .get();
    }

    private DestinationSetup setUp() {
        DestinationStorage storage = new DestinationStorage.S3(
                sandbox.s3AccessKey(), Secret.of(sandbox.s3SecretKey()), sandbox.platformBucket(), "aep/campaign");
        return client(PlatformDestinations.class)
                .ensure(
                        DestinationOrder.builder()
                                .name("Campaign")
                                .storage(storage)
                                .build(),
                        OPTIONS)
                .get();
    }

    private <A> A client(Class<A> type) {
        return connector.ability(type).get();
    }

    private TokenSource signIn() {
        var settings = ImsSettings.builder()
                .organisation(new ImsOrgId(sandbox.orgId()))
                .clientId(sandbox.clientId())
                .clientSecret(Secret.of(sandbox.clientSecret()))
                .uri(sandbox.ims())
                .build();
        return new ImsTokenSourceFactory().open(settings, sandbox.clock()).get();
    }
}
