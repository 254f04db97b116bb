// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A crew is the caller and helpers who may come at once, late or never. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class WorkingTogetherTest {
    private final List<String> progress = new ArrayList<>();
    private final Call call = Call.within(
            "test",
            Duration.ofMinutes(1),
            System::nanoTime,
            (step, done, total) -> progress.add(step + " " + done + " of " + total));

    @Test
    void helpers_who_come_at_once_do_the_work_and_each_number_is_worked_at_once() {
        List<Integer> done = new ArrayList<>();
        AtomicInteger hands = new AtomicInteger();

        new Crew(Runnable::run, 3).eachByHand(5, () -> {
            hands.incrementAndGet();
            return done::add;
        });

        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        assertThat(hands).hasValue(3);
    }

    @Test
    void a_helper_who_comes_when_the_work_is_over_does_nothing() {
        Queue<Runnable> late = new ArrayDeque<>();
        AtomicInteger hands = new AtomicInteger();
        new Crew(late::add, 2).eachByHand(3, () -> {
            hands.incrementAndGet();
            return number -> {};
        });

        late.forEach(Runnable::run);

        assertThat(late).hasSize(1);
        assertThat(hands).hasValue(1);
    }

    @Test
    void an_executor_that_is_busy_leaves_all_work_to_the_caller() {
        Executor busy = helper -> {
            throw new RejectedExecutionException("busy");
        };
        List<Integer> done = new ArrayList<>();

        new Crew(busy, 4).each(3, done::add);

        assertThat(done).containsExactly(0, 1, 2);
    }

    @Test
    void hands_are_the_caller_and_the_helpers_and_never_fewer_than_one() {
        assertThat(IntStream.of(-1, 0, 1, 2, 8)
                        .map(hands -> new Crew(Runnable::run, hands).hands())
                        .toArray())
                .containsExactly(1, 1, 1, 2, 8);
    }

    @Test
    void what_a_helper_throws_reaches_the_caller() {
        Error breakdown = new StackOverflowError("deep");

        assertThatThrownBy(() -> new Crew(Runnable::run, 2).each(2, number -> {
                    throw new IllegalStateException("broken at " + number);
                }))
                .isInstanceOf(IllegalStateException.class);
        Shift shift = new Shift();
        shift.present(() -> {
            throw breakdown;
        });
        assertThatThrownBy(shift::end).isSameAs(breakdown);
        Shift another = new Shift();
        another.present(() -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(another::end).hasMessage("broken");
    }

    @Test
    void the_caller_waits_for_a_helper_at_work_and_stays_interrupted_if_it_was() throws InterruptedException {
        Shift shift = new Shift();
        Thread caller = Thread.currentThread();
        CountDownLatch present = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Thread helper = new Thread(() -> shift.present(() -> {
            present.countDown();
            while (caller.isInterrupted() || caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            done.set(1);
        }));
        helper.start();
        present.await();

        caller.interrupt();
        shift.end();

        assertThat(done).hasValue(1);
        assertThat(Thread.interrupted()).isTrue();
        helper.join();
    }

    @Test
    void batches_are_counted_given_back_and_heard_of_and_each_worker_is_told_the_end() {
        List<TextKeys> back = new ArrayList<>();
        Counting mine = new Counting();
        Counting theirs = new Counting();

        var rows = new Crew(helper -> {}, 2)
                .drain(SmallWorld.source(batches(back, 2, 3)), call, "reading", List.of(mine, theirs));

        assertThat(rows.get()).isEqualTo(5);
        assertThat(back).hasSize(2);
        assertThat(progress).containsExactly("reading 2 of -1", "reading 5 of -1");
        assertThat(mine.rows).isEqualTo(5);
        assertThat(mine.ends).isEqualTo(1);
        assertThat(theirs.ends).isZero();
    }

    @Test
    void only_the_caller_reports_progress() {
        Counting mine = new Counting();
        Counting theirs = new Counting();

        var rows = new Crew(Runnable::run, 2)
                .drain(SmallWorld.source(batches(new ArrayList<>(), 2, 3)), call, "reading", List.of(mine, theirs));

        assertThat(rows.get()).isEqualTo(5);
        assertThat(theirs.rows).isEqualTo(5);
        assertThat(mine.ends + theirs.ends).isEqualTo(2);
        assertThat(progress).isEmpty();
    }

    @Test
    void a_source_of_several_readers_is_asked_without_taking_turns() {
        Counting worker = new Counting();
        KeySource one = SmallWorld.source(batches(new ArrayList<>(), 4, 1));
        Reading reading = new Reading(new Several(one), call);

        reading.work(worker, rows -> {});

        assertThat(reading.result().get()).isEqualTo(5);
        assertThat(worker.rows).isEqualTo(5);
    }

    /** So that inflating one large file has a thread of its own. */
    @Test
    void one_hand_reads_a_file_on_while_another_works_at_what_was_read() throws InterruptedException {
        CountDownLatch readOn = new CountDownLatch(2);
        KeySource file = SmallWorld.source(batches(new ArrayList<>(), 3, 2));
        KeySource watched = new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                readOn.countDown();
                return file.next();
            }

            @Override
            public void close() {
                file.close();
            }
        };
        BatchWorker slow = batch -> {
            try {
                readOn.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        };
        Reading reading = new Reading(watched, call);
        Thread other = new Thread(() -> reading.work(slow, rows -> {}));
        other.start();

        reading.work(slow, rows -> {});
        other.join();

        assertThat(reading.result().get()).isEqualTo(5);
    }

    @Test
    void the_first_failure_is_the_result_and_nothing_more_is_asked() {
        AtomicInteger asked = new AtomicInteger();
        KeySource failing = new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return Either.left(BridgeError.LocalFailure.of("failure " + asked.incrementAndGet()));
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
        Reading reading = new Reading(failing, call);

        reading.work(new Counting(), rows -> {});
        reading.work(new Counting(), rows -> {});

        assertThat(reading.result().getLeft().message()).isEqualTo("failure 1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_worker_that_breaks_leaves_nothing_to_read_for_the_others() {
        Counting other = new Counting();
        Reading reading = new Reading(SmallWorld.source(batches(new ArrayList<>(), 2, 3)), call);

        assertThatThrownBy(() -> reading.work(
                        batch -> {
                            throw new IllegalStateException("broken");
                        },
                        rows -> {}))
                .hasMessage("broken");
        reading.work(other, rows -> {});

        assertThat(other.rows).isZero();
    }

    @Test
    void a_call_that_was_cancelled_reads_nothing() {
        Call cancelled = Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
        cancelled.cancel();
        Counting worker = new Counting();

        var rows = new Crew(Runnable::run, 1)
                .drain(SmallWorld.source(batches(new ArrayList<>(), 2)), cancelled, "reading", List.of(worker));

        assertThat(rows.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(worker.rows).isZero();
    }

    private static List<TextKeys> batches(List<TextKeys> back, int... sizes) {
        List<TextKeys> batches = new ArrayList<>();
        for (int size : sizes) {
            var rows = new TextKeysBuilder();
            for (int row = 0; row < size; row++) {
                rows.keyless((byte) 0);
            }
            TextKeys batch = rows.build();
            batches.add(TextKeys.over(
                    size, new long[0], new long[0], new int[size + 1], batch.text(), new byte[size], back::add));
        }
        return batches;
    }

    private record Several(KeySource source) implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            assertThat(Thread.holdsLock(this)).isFalse();
            return source.next();
        }

        @Override
        public int readers() {
            return 2;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    private static final class Counting implements BatchWorker {
        private int rows;
        private int ends;

        @Override
        public void take(TextKeys batch) {
            rows += batch.size();
        }

        @Override
        public void end() {
            ends++;
        }
    }
}
