// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A source that several hands read and work through. Each reads a batch and does with it what is to be done, so that the batch is still in its processor's cache; a source
 * with one reader is read by one hand while the others work.
 */
final class Reading {
    private final KeySource source;
    private final Call call;
    private final Object turn = new Object();
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean over;
    private volatile @Nullable BridgeError failure;

    Reading(KeySource source, Call call) {
        this.source = source;
        this.call = call;
    }

    /** Reads and works until the source is at its end or somebody failed; {@code heard} is told the rows so far. */
    void work(BatchWorker worker, LongConsumer heard) {
        boolean done = false;
        try {
            for (TextKeys batch = next(); batch != null; batch = next()) {
                worker.take(batch);
                int size = batch.size();
                batch.giveBack();
                heard.accept(rows.addAndGet(size));
            }
            worker.end();
            done = true;
        } finally {
            over |= !done;
        }
    }

    /** How many rows there were. Left: why they are not all. */
    Either<BridgeError, Long> result() {
        return failure == null ? Either.right(rows.get()) : Either.left(failure);
    }

    private @Nullable TextKeys next() {
        if (over) {
            return null;
        }
        if (source.readers() > 1) {
            return read();
        }
        synchronized (turn) {
            return over ? null : read();
        }
    }

    private @Nullable TextKeys read() {
        Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> source.next());
        if (next.isLeft()) {
            fail(next.getLeft());
            return null;
        }
        over |= next.get().isEmpty();
        return next.get().getOrNull();
    }

    private void fail(BridgeError error) {
        synchronized (rows) {
            failure = failure == null ? error : failure;
        }
        over = true;
    }
}
