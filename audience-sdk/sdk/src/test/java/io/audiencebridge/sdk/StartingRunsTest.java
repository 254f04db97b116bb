// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.usecase.ResumedRun;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StartingRunsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String VISITOR = "08382830887934830189014177072406221371";

    @TempDir
    Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds(VISITOR)
                    .build());
    private final InMemoryConnector keys = InMemoryConnector.ofKeys(CLOUD);
    private final GatedConnector cloud = new GatedConnector(keys);
    private final AudienceRef gold = crm.list("Gold", RecipientId.of(1));

    @AfterEach
    void open() {
        cloud.gate.countDown();
    }

    @Test
    void a_started_share_and_a_started_import_end_with_their_receipts() throws Exception {
        try (AudienceBridge bridge = bridge().build()) {
            Run share = bridge.start(share("Gold"));
            Receipt shared = share.await(LONG).get().get();
            Run back = bridge.start(importing(keys.named("Gold").get()));
            Receipt imported = back.toCompletionStage().toCompletableFuture().get();

            assertThat(shared.run()).isEqualTo(share.id());
            assertThat(shared.exported().orElseThrow().rows()).isEqualTo(1);
            assertThat(share.progress().step()).isEqualTo("sending members");
            assertThat(imported.run()).isEqualTo(back.id());
            assertThat(imported.imported().orElseThrow().listSize()).isEqualTo(1);
        }
    }

    @Test
    void the_id_is_good_before_the_work_begins_in_any_bridge() throws Exception {
        AtomicReference<Runnable> queue = new AtomicReference<>();
        Run run;
        try (AudienceBridge never = bridge().executor(queue::set).build()) {
            run = never.start(share("Gold"));
            assertThat(run.progress()).isEqualTo(new RunProgress("planned", 0, -1));
            assertThat(run.await(Duration.ZERO).isEmpty()).isTrue();

            try (AudienceBridge later = bridge().build()) {
                assertThat(later.resume(run.id()).state()).isEqualTo(RunState.DELIVERED);
            }
            queue.get().run();
        }

        assertThat(run.await(LONG).get().get().state()).isEqualTo(RunState.DELIVERED);
    }

    @Test
    void an_unsound_request_is_told_at_once_and_makes_no_run() {
        try (AudienceBridge bridge = bridge().build()) {
            ShareRequest nameless = share(" ");

            assertThatThrownBy(() -> bridge.start(nameless)).isInstanceOf(InvalidRequestException.class);
            assertThat(bridge.attempts().start(nameless).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }

    @Test
    void a_cancelled_run_ends_as_cancelled_in_both_ways_to_wait_and_can_be_resumed() throws Exception {
        hold();
        try (AudienceBridge bridge = bridge().build()) {
            Run run = bridge.start(share("Gold"));
            visited();

            run.cancel();

            Either<BridgeError, Receipt> outcome = run.await(LONG).get();
            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
            assertThatThrownBy(
                            () -> run.toCompletionStage().toCompletableFuture().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
            assertThat(bridge.resume(run.id()).state()).isEqualTo(RunState.DELIVERED);
        }
    }

    @Test
    void a_run_at_work_is_not_resumed_a_second_time() throws Exception {
        hold();
        try (AudienceBridge bridge = bridge().build()) {
            Run run = bridge.start(share("Gold"));
            visited();

            assertThatThrownBy(() -> bridge.resume(run.id()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining(run.id().value());

            cloud.gate.countDown();
            assertThat(run.await(LONG).get().isRight()).isTrue();
            assertThat(bridge.resume(run.id()).state()).isEqualTo(RunState.DELIVERED);
            assertThat(cloud.prepared).hasValue(1);
        }
    }

    @Test
    void a_run_that_waits_is_resumed_when_its_time_has_come_and_not_before() {
        cloud.notBefore = Optional.of(new Waiting(NOON.plus(Duration.ofHours(4)), "the trait is new"));
        try (AudienceBridge bridge = bridge().build()) {
            Receipt waiting = bridge.share(share("Gold"));
            assertThat(waiting.state()).isEqualTo(RunState.AWAITING_TRAIT);

            now.set(NOON.plus(Duration.ofHours(4)).minusSeconds(1));
            assertThat(bridge.resumeDue()).isEmpty();
        }

        now.set(NOON.plus(Duration.ofHours(4)));
        try (AudienceBridge later = bridge().build()) {
            assertThat(later.resumeDue())
                    .singleElement()
                    .extracting(ResumedRun::outcome)
                    .satisfies(outcome -> assertThat(outcome.get().state()).isEqualTo(RunState.DELIVERED));
            assertThat(later.resumeDue()).isEmpty();
        }
        assertThat(keys.keysIn(keys.named("Gold").get())).isEqualTo(Set.of(VISITOR));
    }

    @Test
    void closing_waits_for_what_is_at_work() throws Exception {
        hold();
        AudienceBridge bridge = bridge().progress((step, done, total) -> {}).build();
        Run run = bridge.start(share("Gold"));
        visited();
        var opener = java.util.concurrent.CompletableFuture.runAsync(() -> cloud.gate.countDown());

        assertThat(bridge.close(LONG)).isEmpty();

        opener.join();
        assertThat(run.await(Duration.ZERO).get().get().state()).isEqualTo(RunState.DELIVERED);
    }

    @Test
    void an_action_at_the_end_of_a_run_may_close_the_bridge() throws Exception {
        hold();
        AudienceBridge bridge = bridge().build();
        var closed = bridge.start(share("Gold")).toCompletionStage().thenApply(receipt -> bridge.close(LONG));

        cloud.gate.countDown();

        assertThat(closed.toCompletableFuture().get(LONG.toSeconds() / 2, TimeUnit.SECONDS))
                .isEmpty();
    }

    @Test
    void closing_names_what_was_not_finished_and_lets_nobody_in() throws Exception {
        hold();
        AudienceBridge bridge = bridge().build();
        Run run = bridge.start(share("Gold"));
        visited();

        assertThat(bridge.close(Duration.ofMillis(1))).containsExactly(run.id());

        assertThat(run.await(LONG).get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThatThrownBy(() -> bridge.start(share("Gold")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("closed");
        assertThat(bridge.close(LONG)).isEmpty();
        try (AudienceBridge later = bridge().build()) {
            assertThat(later.resume(run.id()).state()).isEqualTo(RunState.DELIVERED);
        }
    }

    @Test
    void an_executor_that_refuses_leaves_a_planned_run_that_can_be_resumed() {
        try (AudienceBridge bridge = bridge().executor(work -> {
                    throw new RejectedExecutionException("full");
                })
                .build()) {
            BridgeError error = bridge.attempts().start(share("Gold")).getLeft();

            assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
            assertThat(error.message()).contains("refused run", "resume");
        }
    }

    private AudienceBridgeBuilder bridge() {
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(CLOUD, cloud)
                .clock(now::get)
                .home(home);
    }

    private void hold() {
        cloud.gate = new CountDownLatch(1);
    }

    private void visited() throws InterruptedException {
        assertThat(cloud.visited.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private ShareRequest share(String title) {
        return ShareRequest.builder()
                .list(gold)
                .to(CLOUD)
                .audience(title)
                .dataSource(DataSource.visitor(14016))
                .build();
    }

    private static ImportRequest importing(AudienceRef audience) {
        return ImportRequest.builder()
                .audience(audience)
                .into(CRM)
                .list("Gold again")
                .dataSource(DataSource.builder()
                        .from(DataSource.visitor(14016))
                        .destinationId(46390)
                        .build())
                .build();
    }
}
