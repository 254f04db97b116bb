// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.function.BiFunction;

/** The connections of a bridge, by name. */
final class Connectors {
    private final Map<ConnectionName, Connector> byName;

    private final Stamps stamps = new Stamps();

    private final Switches switches = new Switches();

    Connectors(Map<ConnectionName, Connector> byName) {
        this.byName = byName;
    }

    /** The same connections, each as {@code as} makes it; with stamps of their own. */
    Connectors each(BiFunction<ConnectionName, Connector, Connector> as) {
        return new Connectors(byName.map((name, connector) -> Tuple.of(name, as.apply(name, connector))));
    }

    /** The stamps given out for files that go through these connections. */
    Stamps stamps() {
        return stamps;
    }

    /** What is known of changes of the product through which data sources are shared. */
    Switches switches() {
        return switches;
    }

    /** Right: the name, if there is a connection of it. Left: {@code InvalidRequest} that tells which there are. */
    Either<BridgeError, ConnectionName> known(ConnectionName connection) {
        return named(connection).map(connector -> connection);
    }

    /** The ability of that type, if the connection has it. Left: {@code InvalidRequest} when there is no such connection. */
    <A> Either<BridgeError, Option<A>> offered(ConnectionName connection, Class<A> type) {
        return named(connection).map(connector -> connector.ability(type));
    }

    /** The ability of that type of the connection. Left: {@code InvalidRequest} when there is no such connection or it cannot do that. */
    <A> Either<BridgeError, A> ability(ConnectionName connection, Class<A> type) {
        return named(connection)
                .flatMap(connector -> connector
                        .ability(type)
                        .toEither(() -> BridgeError.InvalidRequest.of(
                                "connection",
                                "Connection '" + connection + "' to " + connector.system() + " offers no "
                                        + type.getSimpleName() + "; use one that does")));
    }

    /** Every connection that has the ability of that type, by name. */
    <A> Map<ConnectionName, A> offering(Class<A> type) {
        return byName.toSortedMap(Comparator.comparing(ConnectionName::value), Tuple2::_1, Tuple2::_2)
                .flatMap((name, connector) -> connector.ability(type).map(ability -> Tuple.of(name, ability)));
    }

    private Either<BridgeError, Connector> named(ConnectionName connection) {
        return byName.get(connection)
                .toEither(() -> BridgeError.InvalidRequest.of(
                        "connection",
                        "There is no connection '" + connection + "'; known are "
                                + byName.keySet()
                                        .map(ConnectionName::value)
                                        .toSortedSet()
                                        .mkString(", ")));
    }
}
