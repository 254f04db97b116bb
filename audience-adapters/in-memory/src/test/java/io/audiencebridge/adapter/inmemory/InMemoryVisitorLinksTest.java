// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.VisitorLinksContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;

final class InMemoryVisitorLinksTest extends VisitorLinksContract {
    private final InMemoryConnector connector =
            InMemoryConnector.ofKeys(new ConnectionName("links")).withLinks(5);
    private long visitors;

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected DataSource known() {
        return declared(5);
    }

    @Override
    protected DataSource unknown() {
        return declared(6);
    }

    @Override
    protected Ecid visitor() {
        return new Ecid(7, visitors++);
    }

    @Override
    protected String cookies(Ecid visitor) {
        return "theme=dark; visitor=" + visitor.digits();
    }

    @Override
    protected String handOver(Ecid visitor) {
        return "https://shop.example/?a=b&visitor=" + visitor.digits() + "#top";
    }

    @Override
    protected WebVisitor broken() {
        return new WebVisitor.Cookies("visitor=1234");
    }

    @Override
    protected void optOut(Ecid visitor) {
        connector.optOut(visitor);
    }

    @Override
    protected int visitorsOf(String id) {
        return (int) connector.links().stream()
                .filter(link -> link.id().equals(id))
                .map(InMemoryLink::visitor)
                .distinct()
                .count();
    }

    private static DataSource declared(long id) {
        return DataSource.builder()
                .id(id)
                .key(Declared.builder().field("declaredId").build())
                .build();
    }
}
