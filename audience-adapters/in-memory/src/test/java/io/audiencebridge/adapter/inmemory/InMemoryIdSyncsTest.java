// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.IdSyncsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;

final class InMemoryIdSyncsTest extends IdSyncsContract {
    private final InMemoryConnector connector =
            InMemoryConnector.ofKeys(new ConnectionName("syncs")).withLinks(5);

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected DataSource visitors() {
        return DataSource.visitor(4);
    }

    @Override
    protected DataSource declared() {
        return DataSource.builder()
                .id(5)
                .key(Declared.builder().field("declaredId").build())
                .build();
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-24T12:00:00Z");
    }

    @Override
    protected void settle() {
        // mapped at once
    }

    @Override
    protected int visitorsOf(String id) {
        return (int) connector.links().stream()
                .filter(link -> link.id().equals(id))
                .map(InMemoryLink::visitor)
                .distinct()
                .count();
    }
}
