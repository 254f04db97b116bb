// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that the builder was given compares lists with the ledger, too, so that its bounds hold for both. */
class ComparingWithALedgerTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");

    @TempDir
    Path home;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    private final List<MatchTask> asked = new ArrayList<>();

    @Test
    void a_given_engine_is_asked_from_the_second_share_on_and_nobody_is_shared_twice() {
        try (AudienceBridge bridge = given()) {
            ExportTally first = share(bridge, 1, 2);
            assertThat(asked).isEmpty();

            ExportTally second = share(bridge, 2, 3);

            assertThat(asked).hasSize(1).allMatch(MatchTask::packedRecipients);
            assertThat(first.shared()).isEqualTo(2);
            assertThat(second.shared()).isOne();
            assertThat(second.alreadyShared()).isOne();
            assertThat(second.staying()).isOne();
        }
    }

    private AudienceBridge given() {
        PackedReconciler engine = new PackedReconciler(Runnable::run, 1, 4711, 1L << 24);
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(CLOUD, cloud)
                .engine((task, call) -> {
                    asked.add(task);
                    return engine.match(task, call);
                })
                .home(home)
                .build();
    }

    private ExportTally share(AudienceBridge bridge, long... people) {
        RecipientId[] ids = new RecipientId[people.length];
        for (int i = 0; i < people.length; i++) {
            ids[i] = RecipientId.of(people[i]);
            crm.with(InMemoryRecipient.builder()
                    .id(ids[i])
                    .addSourceIds("%038d".formatted(people[i]))
                    .build());
        }
        return bridge.share(ShareRequest.builder()
                        .list(crm.list("List of " + people.length + " from " + people[0], ids))
                        .to(CLOUD)
                        .audience("Gold")
                        .dataSource(DataSource.visitor(14016))
                        .build())
                .exported()
                .orElseThrow();
    }
}
