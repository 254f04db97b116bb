// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Hands out what connectors offer beyond sharing. */
final class Clients {
    private static final String SUBJECT = "client";

    private final Map<ConnectionName, Connector> connectors;

    Clients(Map<ConnectionName, Connector> connectors) {
        this.connectors = connectors;
    }

    <A> Either<BridgeError, A> of(Class<A> type) {
        return offered(type).flatMap(allowed -> {
            Seq<Tuple2<ConnectionName, A>> offers = connectors
                    .toVector()
                    .flatMap(entry -> ability(entry._2, type).map(client -> new Tuple2<>(entry._1, client)));
            return offers.size() == 1
                    ? Either.right(offers.head()._2)
                    : Either.left(undecided(type, offers.map(Tuple2::_1)));
        });
    }

    <A> Either<BridgeError, A> of(ConnectionName name, Class<A> type) {
        return offered(type)
                .flatMap(allowed -> connectors
                        .get(name)
                        .flatMap(connector -> ability(connector, type))
                        .toEither(() -> BridgeError.InvalidRequest.of(
                                SUBJECT,
                                "Connection '" + name + "' is unknown or offers no " + type.getName()
                                        + "; connections are "
                                        + names(connectors.keySet().toVector()))));
    }

    /** Reading and writing audiences goes through runs, which keep the balance. */
    private static <A> Either<BridgeError, Class<A>> offered(Class<A> type) {
        return type.getPackageName().equals(Connector.class.getPackageName())
                ? Either.left(BridgeError.InvalidRequest.of(
                        SUBJECT,
                        type.getSimpleName() + " is a port of connectors; use share, importAudience or browse"))
                : Either.right(type);
    }

    private static <A> Option<A> ability(Connector connector, Class<A> type) {
        return Backstop.answer(
                        "A connector",
                        Incident.local(),
                        () -> Either.<BridgeError, Option<A>>right(connector.ability(type)))
                .getOrElse(Option.none());
    }

    private BridgeError undecided(Class<?> type, Seq<ConnectionName> offering) {
        return BridgeError.InvalidRequest.of(
                SUBJECT,
                offering.isEmpty()
                        ? "No connection offers " + type.getName() + "; connections are "
                                + names(connectors.keySet().toVector())
                        : "Connections " + names(offering) + " offer " + type.getName() + "; name one of them");
    }

    private static String names(Seq<ConnectionName> names) {
        return names.map(ConnectionName::value).sorted().mkString(", ");
    }
}
