// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The caller and helpers at one task. All do the same; helpers who never come, because the executor is busy, leave it to the others. So a crew is as fast as it has hands and
 * needs none but the caller's.
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

    /** Reads all of {@code source}, each batch for one of {@code workers}, of which there are as many as hands. Left: the source failed or the call ended. */
    Either<BridgeError, Long> drain(KeySource source, Call call, String step, List<? extends BatchWorker> workers) {
        Reading reading = new Reading(source, call);
        together(
                () -> reading.work(workers.get(0), rows -> call.progress().moved(step, rows, -1)),
                helper -> reading.work(workers.get(helper), rows -> {}));
        return reading.result();
    }

    /** Does {@code work} for each number below {@code count}, several at once. */
    void each(int count, IndexWork work) {
        eachByHand(count, () -> work);
    }

    /** The same, where each hand has work of its own to do it with. */
    void eachByHand(int count, Supplier<IndexWork> works) {
        AtomicInteger next = new AtomicInteger();
        Runnable pull = () -> {
            IndexWork work = works.get();
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.at(i);
            }
        };
        together(pull, helper -> pull.run());
    }

    private void together(Runnable mine, IndexWork theirs) {
        Shift shift = new Shift();
        for (int i = 1; i <= helpers; i++) {
            int helper = i;
            submit(() -> shift.present(() -> theirs.at(helper)));
        }
        try {
            mine.run();
        } finally {
            shift.end();
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
