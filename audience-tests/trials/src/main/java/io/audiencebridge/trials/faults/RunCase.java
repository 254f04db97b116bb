// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A use case that is a run: begun once, then resumed until it waits for nothing. */
abstract class RunCase implements UseCase {
    /** What a run that waits without end is stopped with: it says what it waits for, and goes on once that comes. */
    static final String WAITS = "Waits: ";

    private static final int MOST_LOOKS = 8;
    private static final Duration HUNG = Duration.ofSeconds(100);

    private @Nullable RunId run;

    abstract Either<BridgeError, Run> begin(World world, AudienceBridge bridge);

    @Override
    public void prepare(World world, AudienceBridge bridge) {
        // Most need nothing but their people.
    }

    @Override
    public final Either<BridgeError, String> go(World world, AudienceBridge bridge) {
        return finished(world, bridge)
                .flatMap(receipt -> receipt.state().isWaiting()
                        ? Either.left(waits(receipt.waiting().orElseThrow().because()))
                        : whole(world, bridge, receipt))
                .map(this::told);
    }

    /** How it ended, as text that is equal for equal ends. */
    String told(Receipt receipt) {
        return Told.of(receipt);
    }

    /** Left: the run ended well and told that there will be more; the next time a new one is begun. */
    Either<BridgeError, Receipt> whole(World world, AudienceBridge bridge, Receipt receipt) {
        return Either.right(receipt);
    }

    static BridgeError waits(String because) {
        return BridgeError.NotFound.of(WAITS + because);
    }

    final void forgetRun() {
        run = null;
    }

    /** The receipt of the run that waits for nothing any more. */
    final Either<BridgeError, Receipt> finished(World world, AudienceBridge bridge) {
        Either<BridgeError, Receipt> now = world.timed(() -> step(world, bridge));
        for (int look = 0;
                look < MOST_LOOKS && now.exists(receipt -> receipt.state().isWaiting());
                look++) {
            waited(world, now.get().waiting().orElseThrow().until());
            now = world.timed(() -> step(world, bridge));
        }
        return now;
    }

    private Either<BridgeError, Receipt> step(World world, AudienceBridge bridge) {
        RunId begun = run;
        if (begun != null) {
            return bridge.attempts().resume(begun);
        }
        return begin(world, bridge)
                .peek(started -> run = started.id())
                .flatMap(started ->
                        started.await(HUNG).getOrElse(() -> Either.left(BridgeError.Unbalanced.of("The run hung"))));
    }

    private static void waited(World world, Instant until) {
        Instant now = world.instant();
        world.sandbox().clock().advance(until.isAfter(now) ? Duration.between(now, until) : Duration.ofMinutes(1));
    }

    final RunId run() {
        RunId begun = run;
        if (begun == null) {
            throw new IllegalStateException("There is no run yet");
        }
        return begun;
    }
}
