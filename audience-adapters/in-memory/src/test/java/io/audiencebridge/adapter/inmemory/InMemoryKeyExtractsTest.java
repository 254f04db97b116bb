// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.KeyExtractsContract;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;

final class InMemoryKeyExtractsTest extends KeyExtractsContract {
    private final InMemoryConnector connector = InMemoryConnector.ofRecipients(new ConnectionName("crm"))
            .withWorkflows(InMemoryConnector.ofKeys(new ConnectionName("cloud")));

    @Override
    protected Connector open(List<ListedPerson> people) {
        people.forEach(person -> connector.with(InMemoryRecipient.builder()
                .id(RecipientId.of(person.id()))
                .putFields(FIELD, person.declaredId())
                .optedOut(person.optedOut())
                .build()));
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
