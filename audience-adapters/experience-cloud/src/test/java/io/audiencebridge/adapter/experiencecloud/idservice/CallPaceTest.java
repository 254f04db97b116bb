// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPaceTest {
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 500_000_000})
    void so_many_calls_of_any_second_go_at_once_and_the_next_waits_for_the_second_to_end(long start) {
        nanos = start;
        CallPace pace = pace(3);
        Call call = call(Duration.ofMinutes(1));

        for (int i = 0; i < 3; i++) {
            pace.await(call).get();
            nanos += 100_000_000;
        }
        List<Duration> before = List.copyOf(pauses);
        pace.await(call).get();
        pace.await(call).get();

        assertThat(before).isEmpty();
        assertThat(pauses).containsExactly(Duration.ofMillis(700), Duration.ofMillis(100));
    }

    @Test
    void after_a_quiet_second_nobody_waits() {
        CallPace pace = pace(1);
        Call call = call(Duration.ofMinutes(1));
        pace.await(call).get();
        nanos += 1_000_000_000;

        pace.await(call).get();

        assertThat(pauses).isEmpty();
    }

    @Test
    void who_cannot_be_served_in_time_does_not_wait_and_takes_nobodys_place() {
        CallPace pace = pace(1);
        pace.await(call(Duration.ofMinutes(1))).get();

        BridgeError error = pace.await(call(Duration.ofMillis(999))).getLeft();
        boolean next = pace.await(call(Duration.ofMinutes(1))).isRight();

        assertThat(error)
                .isInstanceOfSatisfying(
                        BridgeError.Throttled.class,
                        throttled -> assertThat(throttled.pause()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(next).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void a_call_that_is_over_takes_nobodys_place() {
        CallPace pace = pace(1);
        Call over = call(Duration.ofMinutes(1));
        over.cancel();

        assertThat(pace.await(over).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(pace.await(call(Duration.ofMinutes(1))).isRight()).isTrue();
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_cancellation_ends_a_real_pause() throws Exception {
        Call call = Call.within("test", Duration.ofDays(1), System::nanoTime, Progress.SILENT);
        CountDownLatch begun = new CountDownLatch(1);
        Thread canceller = new Thread(() -> {
            begun.countDown();
            call.cancel();
        });
        canceller.start();
        begun.await();

        assertThat(Pause.real(Duration.ofHours(1), call).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        canceller.join();
    }

    private CallPace pace(int most) {
        return new CallPace(most, () -> nanos, (length, call) -> {
            pauses.add(length);
            nanos += length.toNanos();
            return call.check();
        });
    }

    private Call call(Duration limit) {
        return Call.within("test", limit, () -> nanos, Progress.SILENT);
    }
}
