// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A connection to one hub. */
final class LoyaltyHubConnector implements Connector {
    private final HttpTransport transport;
    private final Vector<Object> abilities;

    LoyaltyHubConnector(LoyaltyHubSettings settings, HttpTransport transport) {
        HubClient hub = new HubClient(transport, settings.uri(), settings.apiKey());
        this.transport = transport;
        this.abilities = Vector.of(
                new HubLists(hub, settings.connection()),
                new HubMembers(hub, settings),
                new HubKeys(hub, settings));
    }

    @Override
    public SystemId system() {
        return LoyaltyHubSettings.SYSTEM;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return abilities.find(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {
        transport.close();
    }
}
