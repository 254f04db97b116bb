// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import com.example.loyaltyhub.emulator.HubEmulator;
import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A hub and a connector to it, with pages so small that every test turns some. */
final class HubBench implements AutoCloseable {
    static final ConnectionName NAME = ConnectionName.of(LoyaltyHubSettings.SYSTEM);
    private static final String KEY = "hub-key-0815";

    final HubEmulator hub;

    HubBench() throws IOException {
        hub = HubEmulator.start(KEY);
    }

    LoyaltyHubSettings settings() {
        return LoyaltyHubSettings.of(hub.uri(), Secret.of(KEY)).withPageSize(2);
    }

    Connector connect() {
        return new LoyaltyHubConnectorFactory()
                .connect(settings(), new BareContext(InstantSource.system()))
                .get();
    }

    /** The recipients of a contract as members of the hub. */
    HubBench with(List<ListedPerson> people) {
        people.forEach(this::put);
        return this;
    }

    void put(ListedPerson person) {
        hub.data().put(person.id(), Map.of("declaredId", person.declaredId()), person.optedOut());
    }

    @Override
    public void close() {
        hub.close();
    }
}
