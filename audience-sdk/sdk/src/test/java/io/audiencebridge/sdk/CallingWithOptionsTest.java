// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CallingWithOptionsTest {
    private static final AudienceQuery ALL =
            AudienceQuery.builder().connection(Pair.CLOUD).build();

    @TempDir
    Path home;

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Pair pair = new Pair(call -> meanwhile.get().run());

    @Test
    void a_call_has_the_options_it_was_made_with_and_the_next_one_the_bridges() {
        CallOptions options = CallOptions.builder()
                .limit(Duration.ofMinutes(1))
                .attempts(2)
                .attemptLimit(Duration.ofSeconds(5))
                .correlationId("nightly-4711")
                .build();
        try (AudienceBridge bridge = pair.bridge(home).build()) {
            bridge.with(options).browse(ALL);
            Call told = pair.cloud.last();
            bridge.browse(ALL);
            Call untold = pair.cloud.last();

            assertThat(told.correlationId()).isEqualTo("nightly-4711");
            assertThat(told.remaining()).isLessThanOrEqualTo(Duration.ofMinutes(1));
            assertThat(told.attempts(4)).isEqualTo(2);
            assertThat(told.attemptLimit()).contains(Duration.ofSeconds(5));
            assertThat(untold.correlationId()).isNotEqualTo("nightly-4711");
            assertThat(untold.remaining()).isGreaterThan(Duration.ofHours(5));
            assertThat(untold.attempts(4)).isEqualTo(4);
            assertThat(untold.attemptLimit()).isEmpty();
        }
    }

    @Test
    void a_limit_that_is_up_ends_the_call_in_both_doors() {
        CallOptions brief = CallOptions.within(Duration.ofNanos(1));
        try (AudienceBridge bridge = pair.bridge(home).build()) {
            assertThatThrownBy(() -> bridge.with(brief).share(pair.share()))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThat(bridge.attempts().with(brief).share(pair.share()).getLeft())
                    .isInstanceOf(BridgeError.DeadlineExceeded.class);
        }
    }

    @Test
    void a_listener_of_the_call_hears_in_place_of_the_bridges() {
        List<String> bridges = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        try (AudienceBridge bridge = pair.bridge(home)
                .progress((step, done, total) -> bridges.add(step))
                .build()) {
            bridge.with(CallOptions.builder()
                            .progress((step, done, total) -> calls.add(step))
                            .build())
                    .share(pair.share());

            assertThat(calls).contains("preparing the audience", "sending members");
            assertThat(bridges).isEmpty();
        }
    }

    @Test
    void a_cancellation_ends_the_call_at_work_and_those_that_begin_later_and_a_run_can_be_resumed() {
        Cancellation stop = new Cancellation();
        CallOptions options = CallOptions.builder().cancellation(stop).build();
        meanwhile.set(stop::cancel);
        try (AudienceBridge bridge = pair.bridge(home).build()) {
            assertThatThrownBy(() -> bridge.with(options).share(pair.share())).isInstanceOf(CancelledException.class);
            assertThatThrownBy(() -> bridge.with(options).browse(ALL)).isInstanceOf(CancelledException.class);

            meanwhile.set(() -> {});
            Receipt resumed = bridge.resume(bridge.allRuns(
                            io.audiencebridge.domain.sharing.RunQuery.builder().build())
                    .iterator()
                    .next()
                    .receipt()
                    .run());
            assertThat(resumed.state()).isEqualTo(RunState.DELIVERED);
        }
    }

    @Test
    void a_started_run_is_made_under_its_options_and_cancelled_with_them() {
        Cancellation stop = new Cancellation();
        meanwhile.set(stop::cancel);
        try (AudienceBridge bridge = pair.bridge(home).build()) {
            Run run = bridge.with(CallOptions.builder()
                            .correlationId("started-1")
                            .cancellation(stop)
                            .build())
                    .start(pair.share());

            BridgeError error = run.await(Duration.ofSeconds(30)).get().getLeft();
            assertThat(error).isInstanceOf(BridgeError.Cancelled.class);
            assertThat(error.incident().correlationId()).isEqualTo("started-1");
        }
    }

    @Test
    void options_that_make_no_sense_are_refused_all_at_once_by_the_call() {
        CallOptions wrong = CallOptions.builder()
                .limit(Duration.ZERO)
                .attempts(0)
                .attemptLimit(Duration.ofDays(366))
                .correlationId("with space")
                .build();
        try (AudienceBridge bridge = pair.bridge(home).build()) {
            assertThatThrownBy(() -> bridge.with(wrong).browse(ALL))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContainingAll(
                            "CallOptions.limit",
                            "CallOptions.attempts",
                            "CallOptions.attemptLimit",
                            "CallOptions.correlationId");
            assertThat(pair.cloud.calls).isEmpty();
        }
    }

    @Test
    void closing_a_view_with_options_closes_the_bridge() {
        AudienceBridge bridge = pair.bridge(home).build();
        bridge.with(CallOptions.standard()).close();

        assertThatThrownBy(() -> bridge.browse(ALL))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void with_an_executor_and_a_scheduler_of_the_applications_own_the_bridge_makes_no_thread() {
        List<Runnable> work = new CopyOnWriteArrayList<>();
        ScheduledExecutorService beats = new ScheduledThreadPoolExecutor(1);
        try (AudienceBridge bridge = pair.bridge(home)
                .executor(task -> {
                    work.add(task);
                    task.run();
                })
                .scheduler(beats)
                .build()) {
            meanwhile.set(() -> assertThat(threads()).noneMatch(name -> name.startsWith("audience-bridge")));

            Run run = bridge.start(pair.share());

            assertThat(run.await(Duration.ofSeconds(30)).get().get().state()).isEqualTo(RunState.DELIVERED);
            assertThat(pair.cloud.calls).isNotEmpty();
            assertThat(work).isNotEmpty();
        }
        assertThat(beats.isShutdown()).isFalse();
        assertThat(threads()).noneMatch(name -> name.startsWith("audience-bridge"));
        beats.shutdown();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
