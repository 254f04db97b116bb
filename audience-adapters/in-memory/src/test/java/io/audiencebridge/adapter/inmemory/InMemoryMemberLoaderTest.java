// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.MemberLoaderContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.stream.LongStream;

final class InMemoryMemberLoaderTest extends MemberLoaderContract {
    private final InMemoryConnector connector = InMemoryConnector.ofRecipients(new ConnectionName("crm"))
            .withWorkflows(InMemoryConnector.ofKeys(new ConnectionName("cloud")));

    @Override
    protected Connector open() {
        LongStream.rangeClosed(1, 5)
                .forEach(id -> connector.with(
                        InMemoryRecipient.builder().id(RecipientId.of(id)).build()));
        return connector;
    }

    @Override
    protected AudienceRef list(long... recipients) {
        return connector.list("Some", InMemoryScenario.ids(recipients));
    }

    @Override
    protected void settle() {
        connector.runWorkflows();
    }
}
