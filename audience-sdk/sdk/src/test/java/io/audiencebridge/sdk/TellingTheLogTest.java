// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.sharing.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A connector that logs on the thread of the call and on the bridge's executor. */
@Timeout(60)
class TellingTheLogTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("some.connector");

    @TempDir
    Path home;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Pair pair = new Pair(call -> log());

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
        LOG.setLevel(Level.INFO);
        MDC.put("request", "of the application");
    }

    @AfterEach
    void end() {
        LOG.detachAppender(lines);
        threads.shutdown();
        MDC.clear();
    }

    @Test
    void every_line_of_a_run_names_its_call_and_its_run_on_every_thread_and_the_context_is_cleaned_up() {
        try (AudienceBridge bridge = bridge()) {
            var receipt = bridge.with(
                            CallOptions.builder().correlationId("nightly-7").build())
                    .share(pair.share());

            assertThat(lines.list)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                            .containsEntry(LogKeys.CALL, "nightly-7")
                            .containsEntry(LogKeys.RUN, receipt.run().value())
                            .containsEntry("request", "of the application"));
            assertThat(lines.list).extracting(ILoggingEvent::getThreadName).doesNotHaveDuplicates();
        }
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request", "of the application"));
        assertThat(onThePool(MDC::getCopyOfContextMap)).isNullOrEmpty();
    }

    @Test
    void a_started_run_is_told_by_its_own_thread() {
        try (AudienceBridge bridge = bridge()) {
            Run run = bridge.start(pair.share());

            assertThat(run.await(Duration.ofSeconds(30)).get().get().state()).isEqualTo(RunState.DELIVERED);
            assertThat(lines.list)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                            .containsEntry(LogKeys.RUN, run.id().value())
                            .containsKey(LogKeys.CALL));
        }
    }

    @Test
    void a_call_that_is_no_run_names_itself_alone() {
        try (AudienceBridge bridge = bridge()) {
            bridge.browse(AudienceQuery.builder().connection(Pair.CLOUD).build());
        }

        assertThat(lines.list)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .containsKey(LogKeys.CALL)
                        .doesNotContainKey(LogKeys.RUN));
    }

    @Test
    void an_observer_that_throws_disturbs_nobody() {
        try (AudienceBridge bridge = pair.bridge(home)
                .observer((activity, within) -> {
                    throw new IllegalStateException("hush");
                })
                .build()) {
            assertThat(bridge.share(pair.share()).state()).isEqualTo(RunState.DELIVERED);
        }
        try (AudienceBridge bridge = pair.bridge(home)
                .observer((activity, within) -> failure -> {
                    throw new IllegalStateException("hush");
                })
                .build()) {
            assertThat(bridge.share(pair.share()).state()).isEqualTo(RunState.DELIVERED);
        }
        assertThat(Watch.NONE.headers()).isEmpty();
    }

    private AudienceBridge bridge() {
        return pair.bridge(home).executor(threads).build();
    }

    private void log() {
        LOG.info("at work");
        FutureTask<Boolean> beside = new FutureTask<>(() -> LOG.info("at work beside"), true);
        carrying().execute(beside);
        try {
            beside.get();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private java.util.concurrent.Executor carrying() {
        return new CarriedContext(threads);
    }

    private <T> T onThePool(java.util.concurrent.Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
