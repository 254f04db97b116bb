// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PersonKey;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.junit.SandboxExtension;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the guide "privacy" shows. */
final class PrivacyGuideTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.builder()
            .recipients(List.of(new SeedRecipient("4711", "ann@example.com", "A-1", List.of("1".repeat(38)), false)))
            .build();

    @TempDir
    private Path home;

    @Test
    void a_person_is_forgotten(Sandbox sandbox) {
        String fromYourVault = "0123456789abcdef0123456789abcdef";
        DataSource loyaltyNumbers = KeyKind.DECLARED_PLAIN.dataSource(sandbox);
        String list = sandbox.campaignData().addList("Newsletter", List.of("4711"));
        AudienceRef newsletter = new AudienceRef(new ConnectionName("campaign"), list);
        AudienceBridgeBuilder builder =
                Journey.builder(sandbox.description(), home).clock(sandbox.clock());

        AudienceBridge bridge = builder.suppressionSecret(
                        Secret.of(fromYourVault)) // 16 characters or more that nobody can guess; keep it
                .build();
        OptOutReceipt receipt = bridge.optOut(OptOutRequest.builder()
                .recipient(new RecipientRef(new ConnectionName("campaign"), RecipientId.of(4711)))
                .addKeys(new PersonKey(loyaltyNumbers, "A-1"))
                .addLists(newsletter) // lists are left on request only
                .build());

        assertThat(receipt.toString()).doesNotContain("ann@").doesNotContain("A-1");
        assertThat(sandbox.campaignData().lists())
                .filteredOn(found -> found.label().equals("Newsletter"))
                .singleElement()
                .satisfies(left -> assertThat(left.memberIds()).isEmpty());
        purged(bridge);
        bridge.close();
    }

    private static void purged(AudienceBridge bridge) {
        PurgeReport would = bridge.purge(PurgeRequest.builder().build()); // deletes nothing
        PurgeReport did = bridge.purge(PurgeRequest.builder().dryRun(false).build());

        assertThat(did.toString()).isNotBlank();
        assertThat(would).isNotNull();
    }
}
