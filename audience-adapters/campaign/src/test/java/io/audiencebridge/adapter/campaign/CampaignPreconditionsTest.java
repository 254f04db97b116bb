// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.contractkit.PreconditionsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.spi.connector.Connector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class CampaignPreconditionsTest extends PreconditionsContract {
    private static final String VISITOR_ID = "41718374892374892374892374892374892374";

    private final Bench bench = Bench.of(
            List.of(Bench.person("7654321", VISITOR_ID), Bench.person("7654322")),
            settings -> settings.exportWorkflow("updateSharedAudience"));

    private final String list = bench.addList("Gold", 7_654_321, 7_654_322);

    @Override
    protected Connector healthy() {
        return bench.connector;
    }

    @Override
    protected List<CheckOrder> orders() {
        List<CheckOrder> orders = new ArrayList<>();
        for (Route route : Route.values()) {
            for (DataSource source : List.of(Bench.VISITOR, Bench.DECLARED)) {
                orders.add(order(Side.SOURCE, Direction.EXPORT, route)
                        .dataSource(source)
                        .build());
                orders.add(order(Side.TARGET, Direction.IMPORT, route)
                        .dataSource(source)
                        .build());
            }
        }
        orders.add(order(Side.TARGET, Direction.RECEIVE, Route.BRIDGE).build());
        return orders;
    }

    private CheckOrder.Builder order(Side side, Direction direction, Route route) {
        return CheckOrder.builder()
                .connection(Bench.CAMPAIGN)
                .side(side)
                .direction(direction)
                .origin(Bench.list(list))
                .into("Gold again")
                .route(route);
    }

    @Override
    protected List<String> ids() {
        return List.of(VISITOR_ID, "7654321", "7654322", "CRM-7654321", "7654321@example.com");
    }

    @Override
    protected long writes() {
        return Writes.of(bench.sandbox);
    }

    @AfterEach
    void stopTheSandbox() {
        bench.close();
    }
}
