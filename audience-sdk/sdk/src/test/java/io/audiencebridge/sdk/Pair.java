// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Two systems in memory: one with a person on a list, and one that takes it and is watched. */
final class Pair {
    static final ConnectionName CRM = new ConnectionName("crm");
    static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final String VISITOR = "08382830887934830189014177072406221371";

    final InMemoryConnector keys = InMemoryConnector.ofKeys(CLOUD);
    final Witness cloud;
    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds(VISITOR)
                    .build());
    private final AudienceRef gold = crm.list("Gold", RecipientId.of(1));

    Pair(Consumer<Call> looking) {
        cloud = new Witness(keys, looking);
    }

    AudienceBridgeBuilder bridge(Path home) {
        return AudienceBridge.builder().connect(CRM, crm).connect(CLOUD, cloud).home(home);
    }

    ShareRequest share() {
        return ShareRequest.builder()
                .list(gold)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(DataSource.visitor(14016))
                .build();
    }
}
