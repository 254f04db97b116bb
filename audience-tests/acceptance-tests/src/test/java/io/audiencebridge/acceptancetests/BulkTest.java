// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sdk.RejectedBySystemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Large bases go as files that Campaign's workflows extract and load; the requests, the people and the tallies are those of going row by row. */
final class BulkTest {
    private static final String AUDIENCE = "Loyal customers";
    private static final String LIST = "Loyal customers, back";

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    @ParameterizedTest
    @EnumSource
    void bulk_and_row_by_row_give_the_same_list_and_the_same_tallies(KeyKind kind) {
        List<SeedRecipient> people = People.withSharedKeys(150);

        Outcome rowByRow;
        try (Journey journey = new Journey(people, home)) {
            rowByRow = thereAndBack(journey, kind);
        }
        Outcome bulk;
        try (Journey journey = new Journey(people, otherHome, BulkTest::fromTheFirst)) {
            bulk = thereAndBack(journey, kind);
            assertThat(bulkFiles(journey)).as("files left behind").isEmpty();
            assertThat(journey.sandbox
                            .campaignData()
                            .workflow("extractRecipientKeys")
                            .messages())
                    .anyMatch(message -> message.startsWith("Extracted "));
            assertThat(journey.sandbox
                            .campaignData()
                            .workflow("loadMemberships")
                            .messages())
                    .anyMatch(message -> message.startsWith("Loaded: "));
        }

        assertThat(bulk).isEqualTo(rowByRow);
        assertThat(bulk.members()).isEqualTo(new Oracle(people, kind).back());
    }

    @Test
    void below_the_numbers_everything_goes_row_by_row() {
        List<SeedRecipient> people = People.withoutSharedKeys(40);
        try (Journey journey = new Journey(people, home, campaign -> campaign.bulk(BulkSettings.standard()))) {
            Outcome outcome = thereAndBack(journey, KeyKind.VISITOR);

            assertThat(outcome.members()).isEqualTo(new Oracle(people, KeyKind.VISITOR).back());
            assertThat(journey.sandbox
                            .campaignData()
                            .workflow("extractRecipientKeys")
                            .messages())
                    .isEmpty();
        }
    }

    @Test
    void a_failed_extraction_is_told_and_the_run_goes_on_once_its_cause_is_mended() throws IOException {
        try (Journey journey = new Journey(People.withoutSharedKeys(40), home, BulkTest::fromTheFirst)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Receipt first = journey.bridge.share(journey.share(journey.everybody(), AUDIENCE, source));
            journey.sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
            Receipt extracting = journey.bridge.resume(first.run());
            occupied(journey, extracting);

            assertThat(extracting.state()).isEqualTo(RunState.AWAITING_WORKFLOW);
            assertThatThrownBy(() -> journey.bridge.resume(first.run()))
                    .isInstanceOf(RejectedBySystemException.class)
                    .hasMessageContaining("Workflow 'extractRecipientKeys' stopped on an error")
                    .hasMessageContaining("keys-" + first.run())
                    .hasMessageContaining("resume the run");

            assertThat(journey.delivered(journey.bridge.resume(first.run())).state())
                    .isEqualTo(RunState.DELIVERED);
        }
    }

    @Test
    void a_paused_workflow_is_told() {
        try (Journey journey = new Journey(People.withoutSharedKeys(40), home, BulkTest::fromTheFirst)) {
            CampaignWorkflows workflows = journey.bridge.client(CampaignWorkflows.class);
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Receipt first = journey.bridge.share(journey.share(journey.everybody(), AUDIENCE, source));
            journey.sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
            journey.bridge.resume(first.run());
            journey.sandbox.clock().advance(Duration.ofSeconds(10));
            workflows.pause("extractRecipientKeys", CallOptions.standard()).get();
            journey.sandbox.clock().advance(Duration.ofSeconds(10));

            assertThatThrownBy(() -> journey.bridge.resume(first.run()))
                    .isInstanceOf(RejectedBySystemException.class)
                    .hasMessageContaining("Workflow 'extractRecipientKeys' is paused; start it in Campaign");
        }
    }

    private static Outcome thereAndBack(Journey journey, KeyKind kind) {
        DataSource source = kind.dataSource(journey.sandbox);
        journey.sandbox.campaignData().addList(LIST, Set.of("1", "10", "19"));
        Receipt shared = journey.delivered(journey.bridge.share(journey.share(journey.everybody(), AUDIENCE, source)));
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        Receipt imported = journey.delivered(journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source)));
        return new Outcome(
                shared.exported().orElseThrow(),
                imported.imported().orElseThrow(),
                new TreeSet<>(journey.membersOf(LIST)));
    }

    /** For as long as the extraction takes, somebody else's file has its name. */
    private static void occupied(Journey journey, Receipt extracting) throws IOException {
        String name = "keys-" + extracting.run() + ".csv.gz";
        try (OutputStream object = journey.sandbox.objects().write(journey.sandbox.bulkBucket(), name)) {
            object.write('x');
        }
        journey.sandbox.clock().advance(Duration.ofMinutes(1));
        journey.sandbox.objects().delete(journey.sandbox.bulkBucket(), name);
    }

    private static List<String> bulkFiles(Journey journey) {
        return journey.sandbox.objects().list(journey.sandbox.bulkBucket()).stream()
                .map(object -> object.key())
                .toList();
    }

    private static CampaignSettings.Builder fromTheFirst(CampaignSettings.Builder campaign) {
        return campaign.bulk(
                BulkSettings.builder().recipientsFrom(1).changesFrom(1).build());
    }

    private record Outcome(ExportTally exported, ImportTally imported, Set<String> members) {}
}
