// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;

/** The program of the README's first screen, compiled; {@link ReadmeTest} holds the two to each other. */
final class ReadmeProgram {
    private ReadmeProgram() {}

    static Receipt share(
            ImsSettings credential,
            CampaignSettings campaign,
            AudienceManagerSettings audienceManager,
            S3Settings bucket,
            long dataSourceId) {
        // readme:begin
        try (AudienceBridge bridge = AudienceBridge.builder()
                .signIn(credential)
                .connect(campaign)
                .connect(audienceManager)
                .files("inbound", bucket)
                .home(Path.of("audience-bridge"))
                .build()) {
            return bridge.share(ShareRequest.builder()
                    .list(new AudienceRef(new ConnectionName("campaign"), "4711"))
                    .to(new ConnectionName("audience-manager"))
                    .audience("Loyal customers")
                    .dataSource(DataSource.visitor(dataSourceId))
                    .build());
        }
        // readme:end
    }
}
