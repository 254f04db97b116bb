// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;

/** Where a connection's recipients stand, by watermark, and which of them changed since. */
final class RecipientMarks {
    private static final String WATERMARK = "newer.watermark";
    private static final String OPTED_OUT = "newer.optedOut";

    private final ConnectionName connection;
    private final DataSource dataSource;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;

    RecipientMarks(
            ConnectionName connection,
            DataSource dataSource,
            Connectors connectors,
            Infrastructure infrastructure,
            Call call) {
        this.connection = connection;
        this.dataSource = dataSource;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
    }

    /** Where they stand; less where the connection does not follow these keys. */
    Either<BridgeError, Map<String, String>> now() {
        return changes()
                .flatMap(offered -> offered.map(changes -> changes.watermark(dataSource, call)
                                .map(watermark -> Map.of(WATERMARK, watermark.value()))
                                .fold(RecipientMarks::unfollowed, Either::<BridgeError, Map<String, String>>right))
                        .getOrElse(() -> Either.right(Map.of()))
                        .flatMap(mark -> optedOut().map(people -> {
                            Map<String, String> all = new TreeMap<>(mark);
                            all.put(OPTED_OUT, Long.toString(people));
                            return all;
                        })));
    }

    /** Whether more is remembered of people who opted out. */
    Either<BridgeError, Boolean> moreOptedOut(RunRecord last) {
        return optedOut().map(people -> people > Facts.number(last.facts(), OPTED_OUT, 0));
    }

    /**
     * Whether a changed recipient is one that {@code touches} says yes to. Right: none when it cannot be told.
     *
     * @param touches asked for each row of a changed recipient
     */
    Either<BridgeError, Option<Boolean>> changed(RunRecord last, RowTest touches) {
        String mark = last.facts().get(WATERMARK);
        return changes()
                .flatMap(offered -> mark == null || offered.isEmpty()
                        ? Either.right(Option.none())
                        : offered.get()
                                .changedSince(new Watermark(mark), dataSource, call)
                                .flatMap(rows -> any(rows, touches))
                                .map(Option::some)
                                .fold(RecipientMarks::untold, Either::<BridgeError, Option<Boolean>>right));
    }

    private Either<BridgeError, Boolean> any(KeySource rows, RowTest touches) {
        boolean[] found = new boolean[1];
        return Sending.drain(rows, call, batch -> {
                    for (int row = 0; row < batch.size() && !found[0]; row++) {
                        found[0] = touches.test(batch, row);
                    }
                    return Either.right(batch.size());
                })
                .map(read -> found[0]);
    }

    private Either<BridgeError, Option<ChangedKeys>> changes() {
        return connectors.offered(connection, ChangedKeys.class);
    }

    private Either<BridgeError, Long> optedOut() {
        return infrastructure
                .suppressions()
                .map(store -> store.find()
                        .map(found ->
                                found.map(kept -> (long) kept.digests().size()).getOrElse(0L)))
                .orElseGet(() -> Either.right(0L));
    }

    private static Either<BridgeError, Map<String, String>> unfollowed(BridgeError error) {
        return error instanceof BridgeError.InvalidRequest ? Either.right(Map.of()) : Either.left(error);
    }

    private static Either<BridgeError, Option<Boolean>> untold(BridgeError error) {
        return error instanceof BridgeError.InvalidRequest ? Either.right(Option.none()) : Either.left(error);
    }

    /** Says of a row whether it matters. */
    @FunctionalInterface
    interface RowTest {
        boolean test(TextKeys batch, int row);
    }
}
