// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** A connection to one sandbox; exchanges, ciphers and tokens are the bridge's. */
final class ExperiencePlatformConnector implements Connector {
    private final HttpTransport transport;
    private final Seq<Object> abilities;

    ExperiencePlatformConnector(HttpTransport transport, Seq<Object> abilities) {
        this.transport = transport;
        this.abilities = abilities;
    }

    @Override
    public SystemId system() {
        return ExperiencePlatformSettings.SYSTEM;
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
