// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The caller and helpers at one task. The caller reads, helpers on the executor work; when they are busy, or never come because the executor is busy itself, the caller
 * works too. So a crew is as fast as it has hands and needs none but the caller's.
 */
final class Crew {
    private final Executor executor;
    private final int helpers;

    /**
     * A crew.
     *
     * @param executor where helpers run
     * @param hands how many may work at once, the caller included
     */
    Crew(Executor executor, int hands) {
        this.executor = executor;
        this.helpers = Math.max(0, hands - 1);
    }

    /** How many may work at once. */
    int hands() {
        return helpers + 1;
    }

    /** Reads all of {@code source} and hands each batch to one of {@code workers}, of which there are as many as hands. Left: the source failed or the call ended. */
    Either<BridgeError, Long> drain(KeySource source, Call call, String step, List<? extends BatchWorker> workers) {
        Shift<TextKeys> shift = new Shift<>(4 * hands());
        begin(shift, workers);
        long rows = 0;
        try {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> source.next());
                if (next.isLeft()) {
                    shift.cancel();
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    shift.close(workers.get(0)::take);
                    return Either.right(rows);
                }
                TextKeys batch = next.get().get();
                rows += batch.size();
                call.progress().moved(step, rows, -1);
                if (!shift.offer(batch)) {
                    workers.get(0).take(batch);
                }
            }
        } finally {
            shift.cancel();
        }
    }

    /** Does {@code work} for each number below {@code count}, several at once. */
    void each(int count, IndexWork work) {
        AtomicInteger next = new AtomicInteger();
        Shift<Integer> shift = new Shift<>(0);
        Runnable pull = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.at(i);
            }
        };
        for (int i = 0; i < helpers; i++) {
            submit(() -> shift.present(pull));
        }
        try {
            pull.run();
        } finally {
            shift.cancel();
        }
    }

    private void begin(Shift<TextKeys> shift, List<? extends BatchWorker> workers) {
        for (int i = 1; i < workers.size(); i++) {
            BatchWorker worker = workers.get(i);
            submit(() -> shift.present(() -> shift.work(worker::take)));
        }
    }

    /** An executor that takes no more work leaves it to the caller. */
    private void submit(Runnable helper) {
        try {
            executor.execute(helper);
        } catch (RuntimeException busy) {
            // The caller does all of it.
        }
    }

    /** Work at one number. */
    @FunctionalInterface
    interface IndexWork {
        void at(int index);
    }
}
