// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingSideBySideTest {
    @Test
    void one_reader_gets_the_sources_one_after_the_other_and_each_is_closed() {
        var first = new Numbers(0, 3);
        var second = new Numbers(10, 2);

        var read = drain(new SideBySide(Vector.of(first, second)));

        assertThat(read).containsExactly("0", "1", "2", "10", "11");
        assertThat(first.closed).isEqualTo(1);
        assertThat(second.closed).isEqualTo(1);
    }

    @Test
    void several_readers_get_every_row_once_and_no_source_has_two_readers() throws InterruptedException {
        List<Numbers> sources =
                IntStream.range(0, 5).mapToObj(i -> new Numbers(1000 * i, 200)).toList();
        var together = new SideBySide(Vector.ofAll(sources));
        var read = new ConcurrentLinkedQueue<String>();

        boolean ended = withThreads(4, () -> read.addAll(drain(together)));

        assertThat(ended).isTrue();
        assertThat(read).hasSize(1000).doesNotHaveDuplicates();
        assertThat(sources).allMatch(source -> source.closed == 1 && !source.crowded);
    }

    @Test
    void as_many_may_read_as_there_are_sources_left() {
        var together = new SideBySide(Vector.of(new Numbers(0, 1), new Numbers(5, 1), new Numbers(9, 1)));

        assertThat(together.readers()).isEqualTo(3);
        drain(together);
        assertThat(together.readers()).isEqualTo(1);
    }

    @Test
    void a_source_that_is_being_read_counts_too() {
        var seen = new AtomicInteger();
        var together = new AtomicReference<SideBySide>();
        together.set(new SideBySide(Vector.of(
                new Asked(() -> seen.set(together.get().readers())), new Asked(() -> {}), new Asked(() -> {}))));

        together.get().next();

        assertThat(seen).hasValue(3);
    }

    @Test
    void whoever_is_interrupted_while_others_read_hears_so_and_stays_interrupted() throws InterruptedException {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var together = new SideBySide(Vector.of(new Asked(() -> {
            reading.countDown();
            await(goOn);
        })));
        var reader = new Thread(together::next);
        reader.start();
        reading.await();
        Thread.currentThread().interrupt();

        BridgeError error = together.next().getLeft();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains("interrupted");
        goOn.countDown();
        reader.join();
    }

    @Test
    void closing_ends_the_wait_of_whoever_waits_for_a_source() throws InterruptedException {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var together = new SideBySide(Vector.of(new Asked(() -> {
            reading.countDown();
            await(goOn);
        })));
        var reader = new Thread(together::next);
        reader.start();
        reading.await();
        var waiting = new Thread(together::next);
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        together.close();

        waiting.join(10_000);
        assertThat(waiting.isAlive()).isFalse();
        goOn.countDown();
        reader.join();
    }

    @Test
    void a_source_has_one_reader_and_gives_no_hint_unless_it_says_more() {
        var source = new Asked(() -> {});

        assertThat(source.readers()).isEqualTo(1);
        assertThat(source.hashSeed()).isEmpty();
    }

    @Test
    void the_first_failure_ends_all_and_close_gives_every_source_back() throws InterruptedException {
        var broken = new Numbers(0, 1);
        broken.failure = BridgeError.LocalFailure.of("gone");
        var sound = new Numbers(10, 5);
        var together = new SideBySide(Vector.of(broken, sound));

        withThreads(3, () -> drain(together));

        assertThat(together.next().getLeft().message()).isEqualTo("gone");
        together.close();
        together.close();
        assertThat(broken.closed).isEqualTo(1);
        assertThat(sound.closed).isEqualTo(1);
    }

    @Test
    void no_sources_are_the_end() {
        assertThat(new SideBySide(Vector.empty()).next().get().isEmpty()).isTrue();
    }

    @Test
    void a_batch_given_back_is_filled_again_and_one_that_is_kept_is_not() {
        var builder = TextKeysBuilder.reusing();
        TextKeys kept = row(builder, 7, "kept");
        TextKeys done = row(builder, 8, "done");
        byte[] memory = done.text();
        done.giveBack();
        row(builder, 9, "between");

        TextKeys again = row(builder, 0, "again");

        assertThat(again.text()).isSameAs(memory);
        assertThat(text(again)).isEqualTo("again");
        assertThat(again.recipientLow(0)).isZero();
        assertThat(text(kept)).isEqualTo("kept");
        assertThat(kept.recipientLow(0)).isEqualTo(7);
    }

    @Test
    void batches_of_a_plain_builder_stay_as_they_are() {
        var builder = new TextKeysBuilder();
        TextKeys first = row(builder, -3, "first");
        first.giveBack();

        TextKeys second = row(builder, 4, "second");

        assertThat(text(first)).isEqualTo("first");
        assertThat(first.recipientHigh(0)).isEqualTo(-1);
        assertThat(first.recipientLow(0)).isEqualTo(-3);
        assertThat(text(second)).isEqualTo("second");
        assertThat(second.recipientHigh(0)).isZero();
    }

    private static TextKeys row(TextKeysBuilder builder, long recipient, String key) {
        if (recipient != 0) {
            builder.recipient(recipient >> 63, recipient);
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        builder.key(bytes, 0, bytes.length, (byte) 0);
        return builder.build();
    }

    private static String text(TextKeys batch) {
        return new String(batch.text(), batch.start(0), batch.end(0) - batch.start(0), StandardCharsets.UTF_8);
    }

    private static List<String> drain(KeySource source) {
        List<String> rows = new ArrayList<>();
        while (true) {
            Either<BridgeError, Option<TextKeys>> next = source.next();
            if (next.isLeft() || next.get().isEmpty()) {
                return rows;
            }
            rows.add(text(next.get().get()));
        }
    }

    private static boolean withThreads(int threads, Runnable work) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        var begin = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            executor.execute(() -> {
                try {
                    begin.await();
                    work.run();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        begin.countDown();
        executor.shutdown();
        return executor.awaitTermination(30, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has no row; does something when it is asked. */
    private record Asked(Runnable then) implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            then.run();
            return Either.right(Option.none());
        }

        @Override
        public void close() {}
    }

    /** Yields numbers, a row a batch. */
    private static final class Numbers implements KeySource {
        private final TextKeysBuilder rows = new TextKeysBuilder();
        private final AtomicInteger inside = new AtomicInteger();
        private final int end;
        private int next;
        private int closed;
        private boolean crowded;
        private @Nullable BridgeError failure;

        private Numbers(int first, int count) {
            this.next = first;
            this.end = first + count;
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            crowded |= inside.incrementAndGet() > 1;
            try {
                if (failure != null) {
                    return Either.left(failure);
                }
                return Either.right(Option.when(next < end, () -> row(rows, 1, Integer.toString(next++))));
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
