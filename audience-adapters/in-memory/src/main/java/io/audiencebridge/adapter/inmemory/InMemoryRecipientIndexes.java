// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/** Copies of recipients' keys that end with the process: for tests and trials. Nothing is written anywhere, so nothing is encrypted. */
public final class InMemoryRecipientIndexes implements RecipientIndexes {
    private final Map<IndexPage, KeptRows> copies = new HashMap<>();

    /** No copy yet. */
    public InMemoryRecipientIndexes() {}

    @Override
    public synchronized Either<BridgeError, IndexState> look(IndexPage page) {
        KeptRows copy = copies.get(page);
        return Either.right(copy == null ? new IndexState.Nothing() : copy.state());
    }

    @Override
    public synchronized Either<BridgeError, IndexState.Kept> rebuild(
            IndexPage page, IndexStamp stamp, KeySource rows, Call call) {
        return batches(rows, call).map(read -> keep(page, KeptRows.of(stamp, read)));
    }

    @Override
    public synchronized Either<BridgeError, IndexState.Kept> refresh(
            IndexPage page, IndexStamp stamp, KeySource changed, Call call) {
        Either<BridgeError, Vector<TextKeys>> read = batches(changed, call);
        return copy(page).flatMap(copy -> read.map(batches -> keep(page, copy.changed(stamp, batches))));
    }

    @Override
    public synchronized Either<BridgeError, KeySource> read(IndexPage page, Call call) {
        return copy(page).map(copy -> copy.rows(call));
    }

    @Override
    public synchronized Either<BridgeError, Integer> purge(ConnectionName connection) {
        return Either.right(forget((page, copy) -> page.connection().equals(connection)));
    }

    @Override
    public synchronized Either<BridgeError, Integer> expire(Instant then) {
        return Either.right(forget((page, copy) -> copy.state().built().isBefore(then)));
    }

    private IndexState.Kept keep(IndexPage page, KeptRows copy) {
        copies.put(page, copy);
        return copy.state();
    }

    private Either<BridgeError, KeptRows> copy(IndexPage page) {
        return Option.of(copies.get(page))
                .toEither(() -> BridgeError.Conflict.of(
                        "There is no recipient index of " + page.connection() + " any more; build it anew"));
    }

    private int forget(BiPredicate<IndexPage, KeptRows> which) {
        int before = copies.size();
        copies.entrySet().removeIf(each -> which.test(each.getKey(), each.getValue()));
        return before - copies.size();
    }

    /** All of {@code rows}, which it closes. Nobody gives them back, so they stay as they are. */
    private static Either<BridgeError, Vector<TextKeys>> batches(KeySource rows, Call call) {
        try (rows) {
            Vector<TextKeys> read = Vector.empty();
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> rows.next());
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(read);
                }
                read = read.append(next.get().get());
            }
        }
    }
}
