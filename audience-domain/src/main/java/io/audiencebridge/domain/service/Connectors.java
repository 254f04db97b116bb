// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Map;
import io.vavr.control.Either;

/** The connections of a bridge, by name. */
final class Connectors {
    private final Map<ConnectionName, Connector> byName;

    Connectors(Map<ConnectionName, Connector> byName) {
        this.byName = byName;
    }

    /** The ability of that type of the connection. Left: {@code InvalidRequest} when there is no such connection or it cannot do that. */
    <A> Either<BridgeError, A> ability(ConnectionName connection, Class<A> type) {
        return byName.get(connection)
                .<BridgeError>toEither(() -> BridgeError.InvalidRequest.of(
                        "connection",
                        "There is no connection '" + connection + "'; known are "
                                + byName.keySet()
                                        .map(ConnectionName::value)
                                        .toSortedSet()
                                        .mkString(", ")))
                .flatMap(connector -> connector
                        .ability(type)
                        .toEither(() -> BridgeError.InvalidRequest.of(
                                "connection",
                                "Connection '" + connection + "' to " + connector.system() + " offers no "
                                        + type.getSimpleName() + "; use one that does")));
    }
}
