// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Batches of a source for several threads of the database, of which as many read at the same time as the source allows. Keeps what went wrong until the query is over. */
final class Feed {
    private final KeySource source;
    private final Call call;
    private final String step;
    private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final Semaphore readers;
    private volatile boolean ended;
    private long rows;
    private Option<BridgeError> error = Option.none();
    private Option<RuntimeException> failure = Option.none();

    Feed(KeySource source, Call call, String step) {
        this.source = source;
        this.call = call;
        this.step = step;
        this.readers = new Semaphore(source.readers());
    }

    /** The next batch, or null at the end and when something went wrong: nothing may be thrown through the database. */
    @Nullable
    TextKeys next() {
        readers.acquireUninterruptibly();
        try {
            return ended ? null : call.check().flatMap(open -> source.next()).fold(this::fail, this::hand);
        } catch (RuntimeException thrown) {
            return broken(thrown);
        } finally {
            readers.release();
        }
    }

    /** Right: the source ended by itself, after so many rows. Left: what it or the call answered. Throws what the source threw. */
    synchronized Either<BridgeError, Long> read() {
        failure.forEach(thrown -> {
            throw thrown;
        });
        return error.<Either<BridgeError, Long>>map(Either::left).getOrElse(() -> Either.right(rows));
    }

    /** A thread of the database has no class loader of its own; sources may look for services. */
    void welcome() {
        Thread.currentThread().setContextClassLoader(loader);
    }

    private synchronized @Nullable TextKeys hand(Option<TextKeys> batch) {
        ended |= batch.isEmpty();
        batch.forEach(some -> rows += some.size());
        call.progress().moved(step, rows, -1);
        return batch.getOrNull();
    }

    private synchronized @Nullable TextKeys fail(BridgeError left) {
        ended = true;
        error = Option.some(left);
        return null;
    }

    private synchronized @Nullable TextKeys broken(RuntimeException thrown) {
        ended = true;
        failure = Option.some(thrown);
        return null;
    }
}
