// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.MemberChangesContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;
import java.util.Set;

final class InMemoryMemberChangesTest extends MemberChangesContract {
    private final InMemoryConnector connector =
            InMemoryConnector.ofKeys(new ConnectionName("cloud")).withDeliveries();
    private final AudienceRef audience = connector.audience("Gold");

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected AudienceRef audience() {
        return audience;
    }

    @Override
    protected DataSource dataSource() {
        return DataSource.visitor(14016);
    }

    @Override
    protected void deliverAll(List<String> members) {
        connector.put(audience, members.toArray(String[]::new));
        connector.deliverAll(audience);
    }

    @Override
    protected void deliverChange(List<String> entering, List<String> leaving) {
        connector.deliverChange(audience, Set.copyOf(entering), Set.copyOf(leaving));
    }

    @Override
    protected void deliverHalf() {
        connector.deliverHalf(audience);
    }
}
