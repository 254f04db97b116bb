// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Option;

/** A connection that holds nothing of its own: exchanges and ciphers are the bridge's. */
final class ExperiencePlatformConnector implements Connector {
    private final DeliveredExports exports;

    ExperiencePlatformConnector(DeliveredExports exports) {
        this.exports = exports;
    }

    @Override
    public SystemId system() {
        return ExperiencePlatformSettings.SYSTEM;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return type.isInstance(exports) ? Option.of(type.cast(exports)) : Option.none();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
