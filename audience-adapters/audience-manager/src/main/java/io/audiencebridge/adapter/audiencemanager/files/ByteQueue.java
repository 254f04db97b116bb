// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to the files of one change, bounded by their number: files are uploaded beside whoever writes, also the end of one while the next is
 * written. Bytes leave in the order in which they came, one thread at a time.
 *
 * <p>The executor may be busy, refuse work or never do it: once the queue is full, whoever writes uploads. One writer.
 */
final class ByteQueue {
    /** The usual bound. */
    static final int USUAL_BYTES = 8 << 20;

    static final int BLOCK = 64 << 10;

    private final Executor executor;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ArrayDeque<Block> waiting = new ArrayDeque<>();
    private final ArrayDeque<Block> spare = new ArrayDeque<>();
    private final Runnable work = this::drain;
    private int blocks;
    private @Nullable Block leaving;
    private boolean asked;

    /** A queue that holds {@code bytes} at most, and one block of {@link #BLOCK} at least. */
    ByteQueue(Executor executor, int bytes) {
        this.executor = executor;
        this.most = Math.max(1, bytes / BLOCK);
    }

    /** A sink whose bytes go through the queue to {@code target}. */
    ByteSink through(ByteSink target) {
        return new Lane(target);
    }

    private void put(Lane lane, byte[] bytes, int from, int length) {
        int end = from + length;
        for (int at = from; at < end; at += BLOCK) {
            Block block = free();
            block.size = Math.min(BLOCK, end - at);
            System.arraycopy(bytes, at, block.bytes, 0, block.size);
            block.lane = lane;
            lock.lock();
            try {
                waiting.add(block);
            } finally {
                lock.unlock();
            }
        }
        ask();
    }

    /** A block to fill. While all are taken, this thread uploads, or waits for the one that does. */
    private Block free() {
        while (true) {
            lock.lock();
            try {
                Block block = spare.poll();
                if (block != null) {
                    return block;
                }
                if (blocks < most) {
                    blocks++;
                    return new Block();
                }
            } finally {
                lock.unlock();
            }
            step();
        }
    }

    private void ask() {
        lock.lock();
        try {
            if (asked || waiting.isEmpty()) {
                return;
            }
            asked = true;
        } finally {
            lock.unlock();
        }
        try {
            executor.execute(work);
        } catch (RejectedExecutionException busy) {
            lock.lock();
            try {
                asked = false;
            } finally {
                lock.unlock();
            }
        }
    }

    private void drain() {
        while (true) {
            lock.lock();
            try {
                if (waiting.isEmpty()) {
                    asked = false;
                    return;
                }
            } finally {
                lock.unlock();
            }
            step();
        }
    }

    /** Uploads the oldest block; while another thread is at one, waits for its end instead. */
    private void step() {
        Block block;
        lock.lock();
        try {
            Block other = leaving;
            if (other != null) {
                while (leaving == other) {
                    moved.awaitUninterruptibly();
                }
                return;
            }
            block = waiting.poll();
            if (block == null) {
                return;
            }
            leaving = block;
        } finally {
            lock.unlock();
        }
        try {
            block.send();
        } finally {
            lock.lock();
            try {
                leaving = null;
                back(block);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void back(Block block) {
        block.lane = null;
        spare.add(block);
    }

    /** Returns once nothing waits any more and nobody uploads. */
    private void settle() {
        while (true) {
            lock.lock();
            try {
                if (waiting.isEmpty() && leaving == null) {
                    return;
                }
            } finally {
                lock.unlock();
            }
            step();
        }
    }

    /** Drops what waits for {@code lane}; returns once nobody uploads for it. */
    private void forget(Lane lane) {
        lock.lock();
        try {
            for (Block block : waiting) {
                if (block.lane == lane) {
                    spare.add(block);
                }
            }
            waiting.removeIf(block -> block.lane == lane);
            while (leaving != null && leaving.lane == lane) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A piece of a file. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private int size;
        private @Nullable Lane lane;

        private void send() {
            if (lane != null) {
                lane.send(bytes, size);
            }
        }
    }

    /** One file. What went wrong beside the writer is told at its next call. */
    private final class Lane implements ByteSink {
        private final ByteSink target;
        private volatile @Nullable BridgeError failed;
        private volatile @Nullable RuntimeException thrown;

        Lane(ByteSink target) {
            this.target = target;
        }

        @Override
        public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
            Either<BridgeError, Integer> before = told(length);
            if (before.isLeft()) {
                return before;
            }
            put(this, bytes, from, length);
            return told(length);
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            settle();
            return told(0).flatMap(sent -> target.finish());
        }

        @Override
        public void abort() {
            forget(this);
            target.abort();
        }

        private Either<BridgeError, Integer> told(int length) {
            RuntimeException exception = thrown;
            if (exception != null) {
                throw exception;
            }
            BridgeError error = failed;
            return error == null ? Either.right(length) : Either.left(error);
        }

        private void send(byte[] bytes, int size) {
            if (failed != null || thrown != null) {
                return;
            }
            try {
                target.write(bytes, 0, size).peekLeft(error -> failed = error);
            } catch (RuntimeException broken) {
                thrown = broken;
            }
        }
    }
}
