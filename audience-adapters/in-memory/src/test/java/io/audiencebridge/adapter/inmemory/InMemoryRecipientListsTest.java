// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.contractkit.RecipientListsContract;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;

final class InMemoryRecipientListsTest extends RecipientListsContract {
    @Override
    protected Connector open(List<ListedPerson> people) {
        InMemoryConnector connector = InMemoryConnector.ofRecipients(connection());
        people.forEach(person -> connector.with(InMemoryRecipient.builder()
                .id(RecipientId.of(person.id()))
                .putFields(FIELD, person.declaredId())
                .optedOut(person.optedOut())
                .build()));
        return connector;
    }

    @Override
    protected ConnectionName connection() {
        return new ConnectionName("crm");
    }
}
