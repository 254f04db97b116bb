// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A system that exists only as the abilities it is given. */
final class Side implements Connector {
    private static final SystemId SYSTEM = new SystemId("forecast-trial");

    private final Vector<Object> abilities;

    Side(Object... abilities) {
        this.abilities = Vector.of(abilities);
    }

    @Override
    public SystemId system() {
        return SYSTEM;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return abilities.find(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
