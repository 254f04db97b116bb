// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.RetryAdvice;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.audiencebridge.trials.Bridges;
import io.audiencebridge.trials.Figures;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Shares one list again and again, each time as a new audience, and counts. Safe for use by several threads. */
final class Sharer {
    /** Who is refused oftener has not been unlucky. */
    private static final int MOST_REPEATS = 20;

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final BridgeError TOO_LONG = BridgeError.DeadlineExceeded.of(
            "A share has not ended within " + PATIENCE + " and " + MOST_REPEATS + " repeats");

    private final AudienceBridge bridge;
    private final AheadClock clock;
    private final String list;
    private final long dataSource;
    private final Figures figures;
    private final AtomicLong titles = new AtomicLong();
    private final AtomicLong shares = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
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
    void until(long end) throws InterruptedException {
        while (System.nanoTime() - end < 0) {
            Either<BridgeError, Run> begun = bridge.attempts().start(next());
            count(begun.isLeft() ? Either.left(begun.getLeft()) : finished(begun.get()));
        }
    }

    /** Does as an application does: resumes what waits when its time has come, and what was refused too often after the pause that the error asks for. */
    private Either<BridgeError, Receipt> finished(Run run) throws InterruptedException {
        Either<BridgeError, Receipt> outcome = run.await(PATIENCE).getOrElse(() -> Either.left(TOO_LONG));
        for (int again = 0; again < MOST_REPEATS; again++) {
            if (outcome.isRight() && outcome.get().state().isWaiting()) {
                clock.reach(outcome.get().waiting().orElseThrow().until());
            } else if (outcome.isLeft() && outcome.getLeft() instanceof BridgeError.Throttled) {
                repeated.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(pause(outcome.getLeft()).toMillis());
            } else {
                return outcome;
            }
            outcome = bridge.attempts().resume(run.id());
        }
        return outcome.isRight() && outcome.get().state().isWaiting() ? Either.left(TOO_LONG) : outcome;
    }

    private static Duration pause(BridgeError error) {
        return error.retryAdvice() instanceof RetryAdvice.After after ? after.pause() : Duration.ZERO;
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

    /** How often a share was resumed because it had been refused too often. */
    long repeated() {
        return repeated.get();
    }

    long members() {
        return members.get();
    }
}
