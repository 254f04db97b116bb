// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.OptOutCallsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.audiencebridge.domain.system.ConnectionName;

final class InMemoryOptOutCallsTest extends OptOutCallsContract {
    private final InMemoryConnector connector =
            InMemoryConnector.ofKeys(new ConnectionName("service")).withLinks(5).withOptOuts(3, 6, 9);
    private long visitors;

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected DataSource known() {
        return DataSource.builder()
                .id(5)
                .key(Declared.builder().field("declaredId").build())
                .build();
    }

    @Override
    protected Ecid visitor(String declaredId) {
        Ecid visitor = new Ecid(7, visitors++);
        link(visitor, declaredId);
        return visitor;
    }

    @Override
    protected int regions() {
        return 3;
    }

    @Override
    protected int region() {
        return 6;
    }

    @Override
    protected boolean isLeftAlone(Ecid visitor) {
        return link(visitor, "probe") == LinkOutcome.OPTED_OUT;
    }

    private LinkOutcome link(Ecid visitor, String id) {
        LinkOrder order = LinkOrder.builder()
                .visitor(new WebVisitor.Known(visitor))
                .dataSource(known())
                .id(id)
                .state(LinkState.AUTHENTICATED)
                .build();
        return connector
                .ability(VisitorLinks.class)
                .get()
                .link(order, Calls.ample())
                .get();
    }
}
