// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.call.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far the journey has come, each line with the seconds since it began. Safe for use by several threads. */
final class Narrator implements Progress {
    private static final long BETWEEN_COUNTS = Duration.ofSeconds(2).toNanos();
    private static final double NANOS_IN_A_SECOND = 1e9;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final long began;
    private String step = "";
    private long counted;

    Narrator(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    synchronized void tell(String line) {
        double seconds = (nanos.getAsLong() - began) / NANOS_IN_A_SECOND;
        out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, line));
    }

    @Override
    public synchronized void moved(String moving, long done, long total) {
        long now = nanos.getAsLong();
        if (!moving.equals(step)) {
            step = moving;
            counted = now;
            tell("  " + moving);
        } else if (now - counted >= BETWEEN_COUNTS) {
            counted = now;
            tell("  " + moving + String.format(Locale.ROOT, ": %,d", done)
                    + (total < 0 ? "" : String.format(Locale.ROOT, " of %,d", total)));
        }
    }
}
