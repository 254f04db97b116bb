// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Several sources read side by side: as many threads may ask as there are sources, and whoever asks reads a source that nobody else reads just then. It has no thread of
 * its own and holds no batch; one thread that asks alone gets the sources one after the other. Each source is closed at its end; the first failure of one ends all.
 *
 * <p>A recipient's rows must not be spread over sources. They stay together for a single reader; several readers get batches of different sources in any order.
 */
public final class SideBySide implements KeySource {
    private final ArrayDeque<KeySource> waiting = new ArrayDeque<>();
    private int beingRead;
    private boolean closed;
    private @Nullable BridgeError failure;

    /** The rows of {@code sources}, which are this one's from now on. */
    public SideBySide(Iterable<? extends KeySource> sources) {
        sources.forEach(waiting::add);
    }

    @Override
    public synchronized int readers() {
        return Math.max(1, waiting.size() + beingRead);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        for (KeySource source = take(); source != null; source = take()) {
            Either<BridgeError, Option<TextKeys>> next = read(source);
            if (next.isLeft() || next.get().isDefined()) {
                return next;
            }
        }
        return ended();
    }

    @Override
    public void close() {
        for (KeySource source = end(); source != null; source = end()) {
            source.close();
        }
    }

    private Either<BridgeError, Option<TextKeys>> read(KeySource source) {
        boolean goesOn = false;
        try {
            Either<BridgeError, Option<TextKeys>> next = source.next();
            next.peekLeft(this::fail);
            goesOn = next.isRight() && next.get().isDefined();
            return next;
        } finally {
            if (!leave(source, goesOn)) {
                source.close();
            }
        }
    }

    /** The source that was read last, so that a thread tends to stay with one; waits while all are being read. */
    private synchronized @Nullable KeySource take() {
        while (waiting.isEmpty() && beingRead > 0 && failure == null && !closed) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failure = BridgeError.LocalFailure.of("Reading was interrupted; nothing was read to its end");
            }
        }
        if (waiting.isEmpty() || failure != null || closed) {
            return null;
        }
        beingRead++;
        return waiting.pop();
    }

    /** Whether the source waits to be read on; otherwise it is to be closed. */
    private synchronized boolean leave(KeySource source, boolean goesOn) {
        beingRead--;
        boolean stays = goesOn && !closed;
        if (stays) {
            waiting.push(source);
        }
        notifyAll();
        return stays;
    }

    private synchronized void fail(BridgeError error) {
        failure = failure == null ? error : failure;
    }

    private synchronized Either<BridgeError, Option<TextKeys>> ended() {
        return failure == null ? Either.right(Option.none()) : Either.left(failure);
    }

    private synchronized @Nullable KeySource end() {
        closed = true;
        notifyAll();
        return waiting.poll();
    }
}
