// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/** Ends an attempt that takes longer than it may. */
final class AttemptLimit extends AsyncTimeout {
    private final Call exchange;

    private AttemptLimit(Call exchange) {
        this.exchange = exchange;
    }

    /** The time runs from now until {@link #exit()}, which says whether it was up before. */
    static AttemptLimit start(Call exchange, Optional<Duration> most) {
        AttemptLimit limit = new AttemptLimit(exchange);
        most.ifPresent(time -> limit.timeout(Math.max(1, time.toNanos()), TimeUnit.NANOSECONDS));
        limit.enter();
        return limit;
    }

    @Override
    protected void timedOut() {
        exchange.cancel();
    }

    /** The attempt was given up, while its call has time left. */
    static final class Slow extends IOException {
        private static final long serialVersionUID = 1L;

        Slow() {
            super("The attempt took longer than it may");
        }
    }
}
