// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experiencecloud.links.Digests.Digest;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Digest PLACE = new Digest(1, 2);

    private final Turns turns = new Turns();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void stop() {
        free.countDown();
        threads.shutdown();
    }

    @Test
    void another_place_does_not_wait() throws Exception {
        CompletableFuture<Either<BridgeError, String>> first = first();

        Either<BridgeError, String> other =
                turns.inTurn(new Digest(1, 3), call(Duration.ofMinutes(1)), () -> Either.right("other"));
        free.countDown();

        assertThat(other.get()).isEqualTo("other");
        assertThat(first.join().get()).isEqualTo("first");
    }

    @Test
    void who_has_no_time_left_gives_up_and_nobody_overtakes_the_one_before() throws Exception {
        CompletableFuture<Either<BridgeError, String>> first = first();

        BridgeError late = turns.inTurn(PLACE, call(Duration.ofMillis(1)), () -> Either.<BridgeError, String>right(""))
                .getLeft();
        Call cancelled = call(Duration.ofMinutes(1));
        cancelled.cancel();
        BridgeError given = turns.inTurn(PLACE, cancelled, () -> Either.<BridgeError, String>right(""))
                .getLeft();
        CompletableFuture<Either<BridgeError, String>> third = CompletableFuture.supplyAsync(
                () -> turns.inTurn(PLACE, call(Duration.ofMinutes(1)), () -> Either.right("third " + first.isDone())),
                threads);
        boolean overtook = third.isDone();
        free.countDown();

        assertThat(late).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(given).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(overtook).isFalse();
        assertThat(third.join().get()).startsWith("third");
        assertThat(turns.inTurn(PLACE, call(Duration.ofMinutes(1)), () -> Either.right("last"))
                        .get())
                .isEqualTo("last");
    }

    private CompletableFuture<Either<BridgeError, String>> first() throws Exception {
        CompletableFuture<Either<BridgeError, String>> first = CompletableFuture.supplyAsync(
                () -> turns.inTurn(PLACE, call(Duration.ofMinutes(1)), () -> {
                    inside.countDown();
                    try {
                        free.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return Either.right("first");
                }),
                threads);
        inside.await();
        return first;
    }

    private static Call call(Duration limit) {
        return Call.within("test", limit, System::nanoTime, Progress.SILENT);
    }
}
