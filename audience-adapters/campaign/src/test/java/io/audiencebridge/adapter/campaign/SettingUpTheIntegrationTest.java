// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.AmcDataSources;
import io.audiencebridge.adapter.campaign.client.AmcNames;
import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Settings of the integration's objects and of bulk files. */
class SettingUpTheIntegrationTest {
    @Test
    void without_bulk_settings_only_the_rest_is_offered() {
        try (var connector = new CampaignConnectorFactory()
                .connect(settings().build(), new Bench.NoTokens())
                .get()) {
            assertThat(connector.ability(CampaignWorkflows.class)).isNotEmpty();
            assertThat(connector.ability(ExternalAccounts.class)).isNotEmpty();
            assertThat(connector.ability(AmcDataSources.class)).isNotEmpty();
            assertThat(connector.ability(SharingWorkflows.class)).isNotEmpty();
            assertThat(connector.ability(KeyExtracts.class)).isEmpty();
            assertThat(connector.ability(MemberLoader.class)).isEmpty();
        }
    }

    @Test
    void bulk_files_need_an_exchange_and_a_codec_of_the_bridge() {
        var outcome = new CampaignConnectorFactory()
                .connect(settings().bulk(BulkSettings.standard()).build(), new Bench.NoTokens());

        assertThat(((BridgeError.InvalidRequest) outcome.getLeft()).violations())
                .extracting(Violation::subject)
                .containsExactly("files", "codec");
    }

    @Test
    void every_mistake_is_told_at_once() {
        var settings = settings()
                .amcNames(AmcNames.builder()
                        .schema("nms:x' OR 1=1")
                        .hashAlgorithm("hash-")
                        .type("@type")
                        .listDataSource("[x]")
                        .build())
                .exportWorkflow("two words")
                .bulk(BulkSettings.builder()
                        .extractWorkflow("")
                        .loadWorkflow("12")
                        .recipientsFrom(0)
                        .changesFrom(-1)
                        .build())
                .build();

        var outcome = new CampaignConnectorFactory().connect(settings, new Bench.NoTokens());

        assertThat(((BridgeError.InvalidRequest) outcome.getLeft()).violations())
                .extracting(Violation::subject)
                .containsExactly(
                        "campaign.amcNames.hashAlgorithm",
                        "campaign.amcNames.type",
                        "campaign.amcNames.listDataSource",
                        "campaign.amcNames.schema",
                        "campaign.exportWorkflow",
                        "campaign.bulk.extractWorkflow",
                        "campaign.bulk.loadWorkflow",
                        "campaign.bulk.recipientsFrom",
                        "campaign.bulk.changesFrom",
                        "files",
                        "codec");
    }

    private static CampaignSettings.Builder settings() {
        return CampaignSettings.builder()
                .uri(URI.create("https://instance.example.com"))
                .operator("sharing")
                .password(Secret.of("p"));
    }
}
