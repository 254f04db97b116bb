// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.MembershipEventsContract;
import io.audiencebridge.contractkit.ToldExport;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;

final class InMemoryMembershipEventsTest extends MembershipEventsContract {
    private static final ConnectionName CLOUD = new ConnectionName("cloud");

    private final InMemoryConnector connector = InMemoryConnector.ofKeys(CLOUD);

    @Override
    protected Connector open(Instant firstFull) {
        connector.withExports();
        return connector;
    }

    @Override
    protected AudienceRef audience(int number) {
        return new AudienceRef(CLOUD, Integer.toString(number));
    }

    @Override
    protected void deliver(AudienceRef audience, ToldExport export) {
        connector.export(
                audience,
                new InMemoryExport(
                        export.toString(), export.full(), export.time(), export.entering(), export.leaving()));
    }
}
