// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** The recipients' keys of a run: out of an extract where the connection offers one that is worth it, else row by row. */
final class Reading {
    private final Connectors connectors;
    private final ConnectionName connection;
    private final Optional<AudienceRef> list;
    private final DataSource dataSource;
    private final Call call;

    private Reading(
            Connectors connectors,
            ConnectionName connection,
            Optional<AudienceRef> list,
            DataSource dataSource,
            Call call) {
        this.connectors = connectors;
        this.connection = connection;
        this.list = list;
        this.dataSource = dataSource;
        this.call = call;
    }

    /** The keys of every recipient. */
    static Reading ofAll(Connectors connectors, ConnectionName connection, DataSource dataSource, Call call) {
        return new Reading(connectors, connection, Optional.empty(), dataSource, call);
    }

    /** The keys of the recipients of {@code list}. */
    static Reading of(Connectors connectors, AudienceRef list, DataSource dataSource, Call call) {
        return new Reading(connectors, list.connection(), Optional.of(list), dataSource, call);
    }

    /** Whether the connection may offer the keys as an extract. */
    boolean mayExtract() {
        return extracts().exists(Option::isDefined);
    }

    /** The keys, or until when to wait for them. */
    Either<BridgeError, KeyFeed> keys(RunId run) {
        return extract(run).flatMap(feed -> feed.isEmpty() ? rows().map(KeyFeed.Ready::new) : Either.right(feed.get()));
    }

    /** The keys that {@link #missing} said are there. */
    Either<BridgeError, KeySource> now(RunId run) {
        return keys(run)
                .flatMap(feed -> feed instanceof KeyFeed.Ready ready
                        ? Either.right(ready.keys())
                        : Either.left(BridgeError.Conflict.of("The extract of the recipients' keys is gone: "
                                + ((KeyFeed.NotYet) feed).waiting().because() + "; resume the run")));
    }

    /** Until when to wait for the keys; none when they can be read. */
    Either<BridgeError, Option<Waiting>> missing(RunId run) {
        return extract(run)
                .map(feed -> feed.flatMap(extracted -> {
                    if (extracted instanceof KeyFeed.Ready ready) {
                        ready.keys().close();
                        return Option.none();
                    }
                    return Option.some(((KeyFeed.NotYet) extracted).waiting());
                }));
    }

    /** The keys row by row, whatever else the connection offers. */
    Either<BridgeError, KeySource> rows() {
        return connectors
                .ability(connection, KeyReader.class)
                .flatMap(reader -> list.map(some -> reader.keysOf(some, dataSource, call))
                        .orElseGet(() -> reader.allKeys(dataSource, call)));
    }

    /** Removes what an extract of the run left behind. */
    Either<BridgeError, Boolean> discard(RunId run) {
        return extracts()
                .flatMap(offered -> offered.map(extracts -> extracts.discard(order(run), call))
                        .getOrElse(() -> Either.right(false)));
    }

    /** The keys out of an extract, or until when to wait for it; none where the connection does not extract so few. */
    Either<BridgeError, Option<KeyFeed>> extract(RunId run) {
        return extracts()
                .flatMap(offered -> offered.map(extracts -> extracts.extract(order(run), call))
                        .getOrElse(() -> Either.right(Option.none())));
    }

    private Either<BridgeError, Option<KeyExtracts>> extracts() {
        return connectors.offered(connection, KeyExtracts.class);
    }

    private ExtractOrder order(RunId run) {
        return new ExtractOrder(run, list, dataSource);
    }
}
