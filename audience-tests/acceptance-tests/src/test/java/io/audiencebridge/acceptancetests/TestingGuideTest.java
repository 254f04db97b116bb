// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.junit.SandboxExtension;
import io.audiencebridge.sandbox.junit.SandboxFault;
import io.audiencebridge.sandbox.junit.SandboxTest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import io.audiencebridge.sdk.InvalidRequestException;
import io.audiencebridge.sdk.OutcomeUnknownException;
import io.audiencebridge.sdk.UnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of the guide "testing", run. */
final class TestingGuideTest {
    @Nested
    @SandboxTest(recipients = 100)
    class SharingLoyalCustomersTest {
        @TempDir
        Path home;

        @Test
        void a_new_audience_waits_for_its_trait(Sandbox sandbox) {
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                Receipt receipt = bridge.share(everybody(sandbox, "Loyal"));
                assertThat(receipt.state()).isEqualTo(RunState.AWAITING_TRAIT);

                sandbox.clock().advance(Duration.ofHours(5));
                bridge.resumeDue();

                assertThat(bridge.track(receipt.run()).state().isDelivered()).isTrue();
            }
        }

        @Test
        void an_empty_list_is_refused_before_anything_is_made(Sandbox sandbox) {
            String empty = sandbox.campaignData().addList("Nobody", List.of());
            ShareRequest request = ShareRequest.builder()
                    .from(everybody(sandbox, "Nobody"))
                    .list(new AudienceRef(new ConnectionName("campaign"), empty))
                    .build();
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                assertThatThrownBy(() -> bridge.share(request))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("there is nobody to share");
            }
            assertThat(sandbox.audienceManagerData().segments()).isEmpty();
        }

        @Test
        @SandboxFault(system = "audienceManager", path = "/v1/segments", status = 429, retryAfter = 1, times = 1)
        void one_429_is_waited_for(Sandbox sandbox) {
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                assertThat(bridge.share(everybody(sandbox, "Loyal")).state()).isEqualTo(RunState.AWAITING_TRAIT);
            }
        }

        @Test
        void thirty_six_hours_later_the_members_are_there(Sandbox sandbox, SandboxClock clock) {
            DataSource visitors = everybody(sandbox, "Loyal").dataSource();
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                Receipt receipt = bridge.share(everybody(sandbox, "Loyal"));
                clock.advance(Duration.ofHours(5));
                bridge.resume(receipt.run());
                clock.advance(Duration.ofHours(36));

                var segment = sandbox.audienceManagerData().segments().get(0);
                assertThat(sandbox.audienceManagerData().members(segment.id(), visitors.id()))
                        .isNotEmpty();
                assertThat(bridge.track(receipt.run()).stored()).isPresent();
            }
        }

        @Test
        @SandboxFault(system = "audienceManager", method = "POST", path = "/v1/traits", effect = LineCut.class)
        void a_lost_answer_makes_no_second_trait(Sandbox sandbox) {
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                ShareRequest request = everybody(sandbox, "Loyal");
                bridge.attempts().share(request);
                sandbox.clearFaults();
                bridge.attempts().share(request);

                long made = sandbox.exchanges().stream()
                        .filter(call -> call.request().method().equals("POST"))
                        .filter(call -> call.request().path().startsWith("/v1/traits"))
                        .count();
                assertThat(made).isEqualTo(1);
            }
        }
    }

    static final class LineCut implements Supplier<FaultEffect> {
        @Override
        public FaultEffect get() {
            return new FaultEffect.ResetAfter();
        }
    }

    @Nested
    class KilledMidwayTest {
        @RegisterExtension
        static final SandboxExtension SANDBOX = SandboxExtension.builder()
                .recipients(List.of(
                        new SeedRecipient("1", "ann@example.com", "CRM-1", List.of("1".repeat(38)), false),
                        new SeedRecipient("2", "bob@example.com", "CRM-2", List.of("2".repeat(38)), false),
                        new SeedRecipient("3", "eve@example.com", "CRM-3", List.of("3".repeat(38)), true)))
                .prepared(sandbox -> sandbox.campaignData().addList("Loyal, back", List.of("2")))
                .build();

        @TempDir
        Path home;

        @Test
        void a_list_that_is_cut_off_while_it_is_written_is_whole_after_the_resume(Sandbox sandbox) {
            Receipt shared;
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                shared = bridge.share(everybody(sandbox, "Loyal"));
                sandbox.clock().advance(Duration.ofHours(5));
                bridge.resume(shared.run());
                sandbox.clock().advance(Duration.ofDays(2));
            }
            sandbox.faults(new FaultRule(
                    FaultMatch.system("campaign").withSoapAction("xtk:persist#*"),
                    0,
                    FaultRule.ALWAYS,
                    new FaultEffect.Status(503)));
            try (AudienceBridge bridge = bridge(sandbox, home)) {
                assertThatThrownBy(() -> bridge.importAudience(back(sandbox)))
                        .isInstanceOfAny(UnavailableException.class, OutcomeUnknownException.class);
            }

            sandbox.clearFaults();
            try (AudienceBridge another = bridge(sandbox, home)) {
                RunId cut = another.runs(RunQuery.builder().kind(RunKind.IMPORT).build())
                        .runs()
                        .head()
                        .receipt()
                        .run();
                another.resume(cut);
            }
            assertThat(sandbox.campaignData().lists())
                    .filteredOn(list -> list.label().equals("Loyal, back"))
                    .singleElement()
                    .satisfies(list -> assertThat(list.memberIds()).containsExactlyInAnyOrder("1", "2"));
        }
    }

    private static ImportRequest back(Sandbox sandbox) {
        return ImportRequest.builder()
                .audience(new AudienceRef(
                        new ConnectionName("audience-manager"),
                        sandbox.audienceManagerData().segments().get(0).id()))
                .into(new ConnectionName("campaign"))
                .list("Loyal, back")
                .dataSource(everybody(sandbox, "Loyal").dataSource())
                .build();
    }

    static AudienceBridge bridge(Sandbox sandbox, Path home) {
        AudienceBridgeBuilder builder = AudienceBridge.builder()
                .signIn(ImsSettings.builder()
                        .uri(sandbox.ims())
                        .organisation(new ImsOrgId(sandbox.orgId()))
                        .clientId(sandbox.clientId())
                        .clientSecret(Secret.of(sandbox.clientSecret()))
                        .build())
                .connect(CampaignSettings.builder().uri(sandbox.campaign()).build())
                .connect(AudienceManagerSettings.builder()
                        .uri(sandbox.audienceManager())
                        .partner(sandbox.audienceManagerData().partnerName())
                        .build())
                .files("inbound", bucket(sandbox, sandbox.inboundBucket()))
                .files("outbound", bucket(sandbox, sandbox.outboundBucket()))
                .clock(sandbox.clock())
                .home(home);
        return builder.build();
    }

    static S3Settings bucket(Sandbox sandbox, String name) {
        return S3Settings.builder()
                .endpoint(sandbox.s3())
                .region("us-east-1")
                .bucket(name)
                .accessKey(sandbox.s3AccessKey())
                .secretKey(Secret.of(sandbox.s3SecretKey()))
                .build();
    }

    static ShareRequest everybody(Sandbox sandbox, String audience) {
        return ShareRequest.builder()
                .list(new AudienceRef(
                        new ConnectionName("campaign"), sandbox.campaignData().allRecipientsList()))
                .to(new ConnectionName("audience-manager"))
                .audience(audience)
                .dataSource(DataSource.builder()
                        .from(DataSource.visitor(sandbox.audienceManagerData().visitorDataSourceId()))
                        .destinationId(sandbox.audienceManagerData().visitorDestinationId())
                        .build())
                .build();
    }
}
