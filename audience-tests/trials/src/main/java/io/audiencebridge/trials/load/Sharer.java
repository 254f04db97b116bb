// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Bridges;
import io.audiencebridge.trials.Figures;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Shares one list again and again, each time as a new audience, and counts. Safe for use by several threads. */
final class Sharer {
    private final AudienceBridge bridge;
    private final AheadClock clock;
    private final String list;
    private final long dataSource;
    private final Figures figures;
    private final AtomicLong titles = new AtomicLong();
    private final AtomicLong shares = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong members = new AtomicLong();

    Sharer(AudienceBridge bridge, AheadClock clock, String list, long dataSource, Figures figures) {
        this.bridge = bridge;
        this.clock = clock;
        this.list = list;
        this.dataSource = dataSource;
        this.figures = figures;
    }

    /** Shares until {@code end} by {@code System.nanoTime}; the last one is finished. */
    void until(long end) {
        while (System.nanoTime() - end < 0) {
            Either<BridgeError, Receipt> outcome = bridge.attempts().share(next());
            while (outcome.isRight() && outcome.get().state().isWaiting()) {
                clock.reach(outcome.get().waiting().orElseThrow().until());
                outcome = bridge.attempts().resume(outcome.get().run());
            }
            count(outcome);
        }
    }

    private ShareRequest next() {
        return ShareRequest.builder()
                .list(new AudienceRef(Bridges.CAMPAIGN, list))
                .to(Bridges.AUDIENCE_MANAGER)
                .audience("Load " + titles.incrementAndGet())
                .dataSource(DataSource.visitor(dataSource))
                .build();
    }

    private void count(Either<BridgeError, Receipt> outcome) {
        shares.incrementAndGet();
        if (outcome.isLeft()) {
            failed.incrementAndGet();
            figures.say("failed: " + outcome.getLeft());
        } else {
            members.addAndGet(outcome.get().exported().orElseThrow().shared());
        }
    }

    long shares() {
        return shares.get();
    }

    long failed() {
        return failed.get();
    }

    long members() {
        return members.get();
    }

    /** This machine's time, and ahead of it as far as somebody had to wait: nobody waits four hours for a trait. Safe for use by several threads. */
    static final class AheadClock implements InstantSource {
        private final AtomicLong ahead = new AtomicLong();

        @Override
        public Instant instant() {
            return Instant.now().plusMillis(ahead.get());
        }

        void reach(Instant time) {
            long needed = Duration.between(Instant.now(), time).toMillis() + 1_000;
            ahead.accumulateAndGet(needed, Math::max);
        }
    }
}
