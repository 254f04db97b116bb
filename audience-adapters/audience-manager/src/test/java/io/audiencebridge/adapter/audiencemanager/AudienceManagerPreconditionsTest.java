// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.contractkit.PreconditionsContract;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.Connector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class AudienceManagerPreconditionsTest extends PreconditionsContract {
    private final PreconditionsBench bench = new PreconditionsBench(true);

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    protected Connector healthy() {
        return bench.connector;
    }

    @Override
    protected List<CheckOrder> orders() {
        return List.of(bench.order(Direction.EXPORT), bench.order(Direction.IMPORT));
    }

    @Override
    protected List<String> ids() {
        return PreconditionsBench.PERSONS;
    }

    @Override
    protected long writes() {
        return bench.bench.sandbox.exchanges().stream()
                .filter(exchange -> !exchange.system().equals("ims"))
                .filter(exchange -> !exchange.request().method().equals("GET"))
                .count();
    }
}
