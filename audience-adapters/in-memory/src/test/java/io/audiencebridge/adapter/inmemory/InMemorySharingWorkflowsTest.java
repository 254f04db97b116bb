// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.SharingWorkflowsContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;

final class InMemorySharingWorkflowsTest extends SharingWorkflowsContract {
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(new ConnectionName("cloud"));
    private final InMemoryConnector crm =
            InMemoryConnector.ofRecipients(connection()).withWorkflows(cloud);
    private final AudienceRef audience =
            cloud.audience("Shared", InMemoryScenario.visitor(1), InMemoryScenario.visitor(2));
    private final AudienceRef list = crm.list("Everybody", InMemoryScenario.ids(1, 2, 3));

    @Override
    protected Connector open() {
        for (int id = 1; id <= 3; id++) {
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(id))
                    .sourceIds(id == 3 ? List.of() : List.of(InMemoryScenario.visitor(id)))
                    .build());
        }
        return crm;
    }

    @Override
    protected ConnectionName connection() {
        return new ConnectionName("crm");
    }

    @Override
    protected DataSource dataSource() {
        return InMemoryScenario.byVisitorId();
    }

    @Override
    protected AudienceRef list() {
        return list;
    }

    @Override
    protected AudienceRef audience() {
        return audience;
    }

    @Override
    protected void settle() {
        crm.runWorkflows();
    }

    @Override
    protected long keysIn(String title) {
        return cloud.named(title).map(found -> cloud.keysIn(found).size()).getOrElse(0);
    }
}
