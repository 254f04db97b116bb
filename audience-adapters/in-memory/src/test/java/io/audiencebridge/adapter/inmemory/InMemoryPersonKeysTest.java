// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.contractkit.PersonKeysContract;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class InMemoryPersonKeysTest extends PersonKeysContract {
    private final InMemoryConnector connector = InMemoryConnector.ofRecipients(new ConnectionName("crm"));
    private final Map<Long, InMemoryRecipient> people = new HashMap<>();

    @Override
    protected Connector open(List<ListedPerson> listed) {
        listed.forEach(this::change);
        return connector;
    }

    private void change(ListedPerson person) {
        put(InMemoryRecipient.builder()
                .from(known(person.id()))
                .fields(Map.of(FIELD, person.declaredId()))
                .optedOut(person.optedOut())
                .build());
    }

    @Override
    protected void click(long recipient, String visitorId) {
        put(InMemoryRecipient.builder()
                .from(known(recipient))
                .addSourceIds(visitorId)
                .build());
    }

    private InMemoryRecipient known(long id) {
        return people.getOrDefault(
                id, InMemoryRecipient.builder().id(RecipientId.of(id)).build());
    }

    private void put(InMemoryRecipient recipient) {
        people.put(recipient.id().low(), recipient);
        connector.with(recipient);
    }
}
