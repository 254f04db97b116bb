// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * This machine's time, and ahead of it as far as somebody had to wait, for the bridge and for the sandbox alike: nobody waits four hours for a trait. Safe for use by several
 * threads.
 */
final class AheadClock implements InstantSource {
    private final SandboxProcess sandbox;
    private volatile Duration ahead = Duration.ZERO;

    AheadClock(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** Makes it at least {@code time}, everywhere. */
    synchronized void reach(Instant time) throws InterruptedException {
        Duration missing = Duration.between(instant(), time);
        if (missing.isNegative()) {
            return;
        }
        Duration step = missing.plusSeconds(1);
        try {
            sandbox.post("/clock", "{\"advance\":\"" + step + "\"}");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        ahead = ahead.plus(step);
    }
}
