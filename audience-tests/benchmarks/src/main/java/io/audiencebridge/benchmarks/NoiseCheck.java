// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Whether the machine is ours: two threads that only count should do nearly twice what one does. */
public final class NoiseCheck {
    private static final long NANOS = 300_000_000;
    private static final double ENOUGH = 1.8;

    private NoiseCheck() {}

    /** Spins for half a second or so and says what it saw, for people. */
    public static String spin() throws InterruptedException {
        count(1);
        double ratio = (double) count(2) / count(1);
        return String.format(
                Locale.ROOT,
                "spin test: two threads do %.2f times what one does%s",
                ratio,
                ratio < ENOUGH ? "; NOISY, trust only processor time and ratios" : "");
    }

    private static long count(int threads) throws InterruptedException {
        AtomicLong sum = new AtomicLong();
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            all[i] = new Thread(() -> sum.addAndGet(steps()));
            all[i].start();
        }
        for (Thread one : all) {
            one.join();
        }
        return sum.get();
    }

    private static long steps() {
        long end = System.nanoTime() + NANOS;
        long steps = 0;
        while (System.nanoTime() < end) {
            steps++;
        }
        return steps;
    }
}
