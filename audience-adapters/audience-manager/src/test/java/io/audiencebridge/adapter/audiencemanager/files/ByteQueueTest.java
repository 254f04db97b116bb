// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ByteQueueTest {
    private static final int BOUND = 4 * ByteQueue.BLOCK;
    private static final byte[] PIECE = noise(50_000);

    private final ExecutorService two = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        two.shutdownNow();
    }

    @Test
    void bytes_arrive_whole_and_in_order_through_threads() {
        byte[] content = noise(3_000_000);
        Target target = new Target();

        ByteSink sink = new ByteQueue(two, BOUND).through(target);
        for (int at = 0; at < content.length; at += 70_001) {
            sink.write(content, at, Math.min(70_001, content.length - at)).get();
        }
        sink.finish().get();

        assertThat(target.bytes.toByteArray()).isEqualTo(content);
        assertThat(target.finished).isTrue();
    }

    @Test
    void an_executor_that_refuses_or_never_works_stops_nobody() {
        for (java.util.concurrent.Executor executor : new java.util.concurrent.Executor[] {
            task -> {
                throw new RejectedExecutionException("full");
            },
            task -> {},
            Runnable::run
        }) {
            Target target = new Target();
            ByteSink sink = new ByteQueue(executor, BOUND).through(target);

            for (int i = 0; i < 20; i++) {
                sink.write(PIECE, 0, PIECE.length).get();
            }
            sink.finish().get();

            assertThat(target.bytes.size()).isEqualTo(20 * PIECE.length);
        }
    }

    @Test
    void no_more_bytes_wait_than_the_bound() {
        Target target = new Target();
        ByteSink sink = new ByteQueue(task -> {}, BOUND).through(target);
        long most = 0;

        for (int i = 1; i <= 100; i++) {
            sink.write(PIECE, 0, PIECE.length).get();
            most = Math.max(most, (long) i * PIECE.length - target.bytes.size());
        }

        assertThat(most).isBetween(2L * PIECE.length, (long) BOUND);
    }

    /** The upload of the first file hangs; the second is written meanwhile. */
    @Test
    void the_next_file_is_written_while_the_one_before_is_uploaded() {
        CountDownLatch gate = new CountDownLatch(1);
        Target slow = new Target();
        slow.gate = gate;
        Target next = new Target();
        ByteQueue queue = new ByteQueue(two, BOUND);
        ByteSink first = queue.through(slow);
        ByteSink second = queue.through(next);

        first.write(PIECE, 0, PIECE.length).get();
        second.write(PIECE, 0, PIECE.length).get();
        second.write(PIECE, 0, PIECE.length).get();
        assertThat(slow.bytes.size() + next.bytes.size()).isZero();
        gate.countDown();
        first.finish().get();
        second.finish().get();

        assertThat(slow.bytes.toByteArray()).isEqualTo(PIECE);
        assertThat(next.bytes.size()).isEqualTo(2 * PIECE.length);
    }

    @Test
    void a_failed_upload_is_told_to_the_writer_and_finishes_nothing() {
        Target target = new Target();
        target.failing = true;
        ByteSink sink = new ByteQueue(two, BOUND).through(target);
        Either<BridgeError, Integer> told = Either.right(0);

        for (int i = 0; i < 1000 && told.isRight(); i++) {
            told = sink.write(PIECE, 0, PIECE.length);
        }

        assertThat(told.getLeft().message()).contains("disk full");
        assertThat(sink.finish().getLeft().message()).contains("disk full");
        assertThat(target.finished).isFalse();
        sink.abort();
        assertThat(target.aborted).isTrue();
    }

    @Test
    void what_an_upload_throws_beside_the_writer_is_thrown_at_it() {
        Target target = new Target();
        target.broken = true;
        ByteSink sink = new ByteQueue(two, BOUND).through(target);

        assertThatThrownBy(() -> {
                    sink.write(PIECE, 0, PIECE.length);
                    sink.finish();
                })
                .hasMessage("broken");

        assertThat(target.finished).isFalse();
    }

    @Test
    void who_gives_up_uploads_nothing_more() {
        Target target = new Target();
        Target other = new Target();
        ByteQueue queue = new ByteQueue(task -> {}, BOUND);
        ByteSink sink = queue.through(target);
        ByteSink staying = queue.through(other);
        sink.write(PIECE, 0, PIECE.length).get();
        staying.write(PIECE, 0, PIECE.length).get();

        sink.abort();
        staying.finish().get();

        assertThat(target.bytes.size()).isZero();
        assertThat(target.aborted).isTrue();
        assertThat(target.finished).isFalse();
        assertThat(other.bytes.toByteArray()).isEqualTo(PIECE);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** A file whose upload can be made to hang, fail or break. */
    private static final class Target implements ByteSink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private CountDownLatch gate = new CountDownLatch(0);
        private boolean failing;
        private boolean broken;
        private boolean finished;
        private boolean aborted;

        @Override
        public Either<BridgeError, Integer> write(byte[] from, int at, int length) {
            try {
                if (!gate.await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("the gate stayed closed");
                }
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            if (broken) {
                throw new IllegalStateException("broken");
            }
            if (failing) {
                return Either.left(BridgeError.LocalFailure.of("disk full"));
            }
            bytes.write(from, at, length);
            return Either.right(length);
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            finished = true;
            return Either.right(StoredFile.builder()
                    .name("x")
                    .size(bytes.size())
                    .modified(Instant.EPOCH)
                    .contentTag("")
                    .build());
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
