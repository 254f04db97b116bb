// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.KeySamplesContract;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;
import java.util.Map;

final class InMemoryKeySamplesTest extends KeySamplesContract {
    @Override
    protected Connector open(List<ListedPerson> people) {
        InMemoryConnector connector = InMemoryConnector.ofRecipients(new ConnectionName("crm"));
        people.forEach(person -> connector.with(InMemoryRecipient.builder()
                .id(RecipientId.of(person.id()))
                .fields(Map.of(FIELD, person.declaredId()))
                .build()));
        return connector;
    }
}
