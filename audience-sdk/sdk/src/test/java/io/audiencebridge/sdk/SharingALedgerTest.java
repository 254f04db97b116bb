// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bridges with homes of their own, one journal and one ledger share nobody twice. */
class SharingALedgerTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");

    @TempDir
    Path folder;

    private final Shelf journal = new Shelf(new ArrayList<>());
    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);

    @BeforeEach
    void make() throws Exception {
        Files.createDirectory(folder.resolve("bucket"));
    }

    @Test
    void whom_one_machine_shared_the_other_does_not_share_again() {
        try (AudienceBridge ann = bridge("ann").build();
                AudienceBridge bob = bridge("bob").build()) {
            share(ann, 1, 2);

            ExportTally second = share(bob, 2, 3);

            assertThat(second.alreadyShared()).isOne();
            assertThat(second.shared()).isOne();
        }
        assertThat(folder.resolve("bucket").resolve("cloud")).isDirectory();
        assertThat(folder.resolve("ann").resolve("ledger")).doesNotExist();
    }

    @Test
    void an_exchange_that_nobody_added_is_refused_by_its_name() {
        assertThatThrownBy(() -> bridge("ann").ledgerIn("elsewhere").build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no file exchange named 'elsewhere'");
    }

    private AudienceBridgeBuilder bridge(String home) {
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(CLOUD, cloud)
                .journal(journal)
                .files("ours", FolderSettings.of(folder.resolve("bucket")))
                .ledgerIn("ours")
                .home(folder.resolve(home));
    }

    private ExportTally share(AudienceBridge bridge, long... people) {
        List<RecipientId> ids = new ArrayList<>();
        for (long person : people) {
            ids.add(RecipientId.of(person));
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(person))
                    .addSourceIds("%038d".formatted(person))
                    .build());
        }
        AudienceRef list = crm.list("From " + people[0], ids.toArray(RecipientId[]::new));
        return bridge.share(ShareRequest.builder()
                        .list(list)
                        .to(CLOUD)
                        .audience("Gold")
                        .dataSource(DataSource.visitor(14016))
                        .build())
                .exported()
                .orElseThrow();
    }
}
