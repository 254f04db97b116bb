// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.vavr.control.Either;

/** Which in-memory recipients changed; a watermark counts the changes of the whole system. */
final class InMemoryChanges implements ChangedKeys {
    private final InMemoryWorld world;

    InMemoryChanges(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
        return call.check().map(open -> new Watermark(beginning(dataSource) + world.changes()));
    }

    @Override
    public Either<BridgeError, KeySource> changedSince(Watermark since, DataSource dataSource, Call call) {
        return call.check()
                .flatMap(open -> count(since, dataSource))
                .map(count -> InMemoryKeys.source(world.changedAfter(count), dataSource));
    }

    private Either<BridgeError, Long> count(Watermark since, DataSource dataSource) {
        String beginning = beginning(dataSource);
        String count = since.value().startsWith(beginning) ? since.value().substring(beginning.length()) : "";
        return count.matches("[0-9]{1,18}")
                ? Either.right(Long.parseLong(count))
                : Either.left(BridgeError.InvalidRequest.of(
                        "watermark",
                        "is not one of connection " + world.connection()
                                + " for this data source's keys; read all keys, after a watermark taken anew"));
    }

    private String beginning(DataSource dataSource) {
        String keys = dataSource.key() instanceof Declared declared ? "declared " + declared.field() : "visitor";
        return world.connection() + " " + keys + " ";
    }
}
