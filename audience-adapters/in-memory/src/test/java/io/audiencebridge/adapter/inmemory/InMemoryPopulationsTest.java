// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.PopulationsContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.stream.IntStream;

final class InMemoryPopulationsTest extends PopulationsContract {
    private final ConnectionName name = new ConnectionName("cloud");
    private final InMemoryConnector connector = InMemoryConnector.ofKeys(name);

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected ConnectionName connection() {
        return name;
    }

    @Override
    protected DataSource dataSource() {
        return DataSource.visitor(7);
    }

    @Override
    protected AudienceRef audienceOf(int members) {
        return connector.audience(
                "Counted",
                IntStream.range(0, members).mapToObj("%038d"::formatted).toArray(String[]::new));
    }
}
