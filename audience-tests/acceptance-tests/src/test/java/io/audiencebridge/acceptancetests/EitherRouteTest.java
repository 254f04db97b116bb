// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sdk.InvalidRequestException;
import io.audiencebridge.sdk.RejectedBySystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bridge carries the members itself, or Campaign's own workflows do: the same requests but for the route, the same people (SEMANTICS S22). */
final class EitherRouteTest {
    private static final String AUDIENCE = "Loyal customers";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(names = {"VISITOR", "DECLARED_PLAIN"})
    void an_import_brings_the_same_people_by_either_route(KeyKind kind) {
        try (Journey journey = journey(People.withoutSharedKeys(120))) {
            DataSource source = kind.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            ImportRequest request = journey.importOf(AUDIENCE, "By the bridge", source);

            Receipt byBridge = journey.bridge.importAudience(request);
            Receipt bySystem = journey.delivered(journey.bridge.importAudience(ImportRequest.builder()
                    .from(request)
                    .list("By Campaign")
                    .route(Route.SYSTEM)
                    .build()));

            Set<String> people = journey.membersOf("By the bridge");
            assertThat(journey.membersOf("By Campaign")).isEqualTo(people).isNotEmpty();
            assertThat(byBridge.imported().orElseThrow().listSize()).isEqualTo(people.size());
            assertThat(bySystem.state()).isEqualTo(RunState.DELIVERED);
            assertThat(bySystem.route()).isEqualTo(Route.SYSTEM);
            assertThat(bySystem.workflow().orElseThrow().result()).hasValue(people.size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VISITOR", "DECLARED_PLAIN"})
    void an_export_shares_the_same_people_by_either_route(KeyKind kind) {
        List<SeedRecipient> people = sound(120);
        Oracle oracle = new Oracle(people, kind);
        try (Journey journey = journey(people)) {
            DataSource source = kind.dataSource(journey.sandbox);
            ShareRequest request = journey.share(journey.everybody(), "By the bridge", source);

            journey.shared(request.list(), request.audience(), source);
            Receipt bySystem = journey.delivered(journey.bridge.share(ShareRequest.builder()
                    .from(request)
                    .audience("By Campaign")
                    .route(Route.SYSTEM)
                    .build()));
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

            assertThat(members(journey, "By the bridge", source)).isEqualTo(oracle.travelling());
            assertThat(members(journey, "By Campaign", source)).isEqualTo(oracle.travelling());
            assertThat(bySystem.workflow().orElseThrow().complement().orElseThrow())
                    .isPositive();
            assertThat(bySystem.visible().orElseThrow().earliest())
                    .isEqualTo(bySystem.workflow().orElseThrow().ended().plus(Duration.ofHours(24)));
        }
    }

    @Test
    void a_run_by_campaign_waits_in_the_journal_until_its_workflow_is_done() {
        try (Journey journey = journey(sound(20))) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);

            Receipt first = journey.bridge.share(bySystem(journey, source));

            assertThat(first.state()).isEqualTo(RunState.AWAITING_WORKFLOW);
            assertThat(first.waiting().orElseThrow().because()).contains("'updateSharedAudience'");
            assertThat(journey.delivered(first).state()).isEqualTo(RunState.DELIVERED);
        }
    }

    @Test
    void without_an_export_workflow_the_setting_is_named() {
        try (Journey journey = new Journey(sound(5), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);

            assertThatThrownBy(() -> journey.bridge.share(bySystem(journey, source)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("campaign.exportWorkflow")
                    .hasMessageContaining("Update shared audience");
        }
    }

    @Test
    void a_paused_technical_workflow_is_told_and_the_run_goes_on_once_it_is_started() {
        try (Journey journey = journey(sound(20))) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Receipt waiting = journey.bridge.share(bySystem(journey, source));
            CampaignWorkflows workflows = journey.bridge.client(CampaignWorkflows.class);
            workflows.pause("exportSharedAudience", CallOptions.standard()).get();
            journey.sandbox.clock().advance(Duration.ofMinutes(5));

            assertThatThrownBy(() -> journey.bridge.resume(waiting.run()))
                    .isInstanceOf(RejectedBySystemException.class)
                    .hasMessageContaining("Technical workflow 'exportSharedAudience' is paused; start it");
            workflows.start("exportSharedAudience", CallOptions.standard()).get();
            journey.sandbox.clock().advance(Duration.ofMinutes(5));

            assertThat(journey.delivered(journey.bridge.resume(waiting.run())).state())
                    .isEqualTo(RunState.DELIVERED);
        }
    }

    @Test
    void a_disabled_external_account_is_told_before_a_list_is_made() {
        try (Journey journey = journey(sound(20))) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox
                    .campaignData()
                    .save("nms:extAccount", Map.of("@name", "importSharedAudience", "@active", "0"));
            ImportRequest request = ImportRequest.builder()
                    .from(journey.importOf(AUDIENCE, "By Campaign", source))
                    .route(Route.SYSTEM)
                    .build();

            assertThatThrownBy(() -> journey.bridge.importAudience(request))
                    .isInstanceOf(RejectedBySystemException.class)
                    .hasMessageContaining("External account 'importSharedAudience' is not enabled");
            assertThat(journey.sandbox.campaignData().lists()).hasSize(1);
        }
    }

    private Journey journey(List<SeedRecipient> people) {
        return new Journey(people, home, EitherRouteTest::withExportWorkflow);
    }

    private static CampaignSettings.Builder withExportWorkflow(CampaignSettings.Builder campaign) {
        return campaign.exportWorkflow("updateSharedAudience");
    }

    private static ShareRequest bySystem(Journey journey, DataSource source) {
        return ShareRequest.builder()
                .from(journey.share(journey.everybody(), AUDIENCE, source))
                .route(Route.SYSTEM)
                .build();
    }

    /** The keys that Audience Manager has in an audience. */
    private static Set<String> members(Journey journey, String title, DataSource source) {
        return new TreeSet<>(journey.sandbox
                .audienceManagerData()
                .members(journey.audienceTitled(title).id(), source.id()));
    }

    /** Campaign's own export knows neither opt-outs nor malformed keys. */
    private static List<SeedRecipient> sound(int count) {
        return People.withoutSharedKeys(count).stream()
                .filter(person -> !person.optedOut() && !person.declaredId().contains(" "))
                .toList();
    }
}
