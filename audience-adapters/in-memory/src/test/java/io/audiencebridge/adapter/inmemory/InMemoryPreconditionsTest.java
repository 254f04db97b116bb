// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.PreconditionsContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;

final class InMemoryPreconditionsTest extends PreconditionsContract {
    private static final ConnectionName CRM = new ConnectionName("crm");

    private final InMemoryConnector connector = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(7_654_321))
                    .putFields("declaredId", "CRM-7654321")
                    .build());
    private final AudienceRef list = connector.list("Gold", RecipientId.of(7_654_321));

    @Override
    protected Connector healthy() {
        return connector;
    }

    @Override
    protected List<CheckOrder> orders() {
        CheckOrder export = CheckOrder.builder()
                .connection(CRM)
                .side(Side.SOURCE)
                .direction(Direction.EXPORT)
                .dataSource(InMemoryScenario.byVisitorId())
                .origin(list)
                .into("Gold")
                .route(Route.BRIDGE)
                .build();
        return List.of(
                export,
                CheckOrder.builder()
                        .from(export)
                        .side(Side.TARGET)
                        .direction(Direction.IMPORT)
                        .build());
    }

    @Override
    protected List<String> ids() {
        return List.of("7654321", "CRM-7654321");
    }

    @Override
    protected long writes() {
        return connector.recipientsIn(list).size();
    }
}
