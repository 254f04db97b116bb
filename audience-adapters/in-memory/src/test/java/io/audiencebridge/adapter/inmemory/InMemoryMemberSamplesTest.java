// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.MemberSamplesContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.stream.IntStream;

final class InMemoryMemberSamplesTest extends MemberSamplesContract {
    private AudienceRef audience = new AudienceRef(new ConnectionName("cloud"), "none yet");

    @Override
    protected Connector open(int members) {
        InMemoryConnector connector = InMemoryConnector.ofKeys(new ConnectionName("cloud"));
        audience = connector.audience(
                "Gold", IntStream.rangeClosed(1, members).mapToObj(this::key).toArray(String[]::new));
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
}
