// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.micrometer.observation.ObservationRegistry;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LivingWithAnApplicationTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path home;

    private final World world = new World();

    @Test
    void health_is_up_while_the_journal_can_be_read_and_down_once_the_bridge_is_closed() {
        application().run(context -> {
            HealthIndicator health = context.getBean(HealthIndicator.class);
            AudienceBridge bridge = context.getBean(AudienceBridge.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            bridge.share(world.share());
            assertThat(health.health().getDetails()).containsEntry("journal", "the last run is " + RunState.DELIVERED);

            bridge.close();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test
    void health_can_be_switched_off_and_needs_no_actuator() {
        application()
                .withPropertyValues("management.health.audience-bridge.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
        application()
                .withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.health", "org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AudienceBridge.class));
    }

    @Test
    void a_run_at_work_comes_to_a_checkpoint_when_the_application_ends_and_goes_on_in_the_next() {
        Run begun = interruptedByTheEnd();

        Either<BridgeError, Receipt> end = begun.await(LONG).get();
        assertThat(end.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        application()
                .run(context -> assertThat(context.getBean(AudienceBridge.class)
                                .resume(begun.id())
                                .state())
                        .isEqualTo(RunState.DELIVERED));
    }

    @Test
    void due_runs_go_on_by_themselves_where_a_pause_is_given() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        InstantSource clock = now::get;
        Connector late = SlowSystem.readyAt(world.cloud(), NOON.plus(Duration.ofHours(4)));
        application(late, clock)
                .run(context -> assertThat(context.getBean(AudienceBridge.class)
                                .share(world.share())
                                .state())
                        .isEqualTo(RunState.AWAITING_TRAIT));
        CountDownLatch atWork = new CountDownLatch(1);
        now.set(NOON.plus(Duration.ofHours(5)));

        application(late, clock)
                .withPropertyValues("audience-bridge.resume-due.every=10ms", "audience-bridge.shutdown.patience=30s")
                .withBean(Progress.class, () -> (step, done, total) -> atWork.countDown())
                .run(context -> assertThat(atWork.await(LONG.toSeconds(), TimeUnit.SECONDS))
                        .isTrue());

        application(late, clock)
                .run(context -> assertThat(context.getBean(AudienceBridge.class)
                                .runs(RunQuery.builder().build())
                                .runs()
                                .map(run -> run.receipt().state()))
                        .containsExactly(RunState.DELIVERED));
    }

    @Test
    void the_applications_registry_hears_of_every_call_where_observation_is_there() {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(context -> heard.add(String.valueOf(context.getName())));

        application()
                .withBean(ObservationRegistry.class, () -> registry)
                .run(context -> context.getBean(AudienceBridge.class).share(world.share()));
        assertThat(heard).contains("audiencebridge.call");

        heard.clear();
        application()
                .withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.health", "io.audiencebridge.observation"))
                .withBean(ObservationRegistry.class, () -> registry)
                .run(context -> context.getBean(AudienceBridge.class).share(world.share()));
        assertThat(heard).isEmpty();
    }

    private Run interruptedByTheEnd() {
        SlowSystem held = SlowSystem.hanging(world.cloud());
        AtomicReference<Run> begun = new AtomicReference<>();
        World.application()
                .withBean(AudienceBridgeBuilderCustomizer.class, () -> world.connected(held))
                .withPropertyValues(folder(), "audience-bridge.shutdown.patience=0s")
                .run(context -> {
                    begun.set(context.getBean(AudienceBridge.class).start(world.share()));
                    held.awaitVisit();
                });
        return begun.get();
    }

    @Test
    void secrets_stay_hidden_on_pages_of_the_actuator_that_show_values() {
        application().run(context -> {
            SanitizingFunction function = context.getBean(SanitizingFunction.class);

            assertThat(List.of(
                            "audience-bridge.sign-in.client-secrets[0]",
                            "AUDIENCE_BRIDGE_CAMPAIGN_PASSWORD",
                            "audiencebridge.files.inbound.s3.secretKey",
                            "audience-bridge.ciphers.adobe.passphrase"))
                    .allSatisfy(key -> assertThat(function.apply(new SanitizableData(null, key, "value"))
                                    .getValue())
                            .isEqualTo(SanitizableData.SANITIZED_VALUE));
            assertThat(function.apply(new SanitizableData(null, "audience-bridge.home", "value"))
                            .getValue())
                    .isEqualTo("value");
            assertThat(function.apply(new SanitizableData(null, "other.password", "value"))
                            .getValue())
                    .isEqualTo("value");
        });
    }

    private ApplicationContextRunner application() {
        return world.connectedApplication().withPropertyValues(folder());
    }

    private ApplicationContextRunner application(Connector cloud, InstantSource clock) {
        return World.application()
                .withBean(AudienceBridgeBuilderCustomizer.class, () -> world.connected(cloud))
                .withBean(InstantSource.class, () -> clock)
                .withPropertyValues(folder());
    }

    private String folder() {
        return "audience-bridge.home=" + home.resolve("bridge");
    }
}
