// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MakingABridgeTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path home;

    private final World world = new World();

    @Test
    void an_application_gets_a_bridge_of_its_properties_and_customizers() {
        application().run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(AudienceBridge.class);
            assertThat(context.getBean(AudienceBridge.class)
                            .share(world.share())
                            .exported()
                            .orElseThrow()
                            .shared())
                    .isEqualTo(1);
        });
    }

    @Test
    void a_bridge_of_the_application_stands_in_its_place() {
        try (AudienceBridge own = bridge()) {
            application()
                    .withBean("own", AudienceBridge.class, () -> own)
                    .run(context ->
                            assertThat(context.getBean(AudienceBridge.class)).isSameAs(own));
        }
    }

    @Test
    void each_builder_is_a_new_one() {
        application()
                .run(context -> assertThat(context.getBean(AudienceBridgeBuilder.class))
                        .isNotSameAs(context.getBean(AudienceBridgeBuilder.class)));
    }

    @Test
    void nothing_is_made_where_it_is_switched_off() {
        World.application()
                .withPropertyValues("audience-bridge.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AudienceBridge.class));
    }

    @Test
    void the_clock_of_the_application_is_the_bridges() {
        application()
                .withBean(InstantSource.class, () -> InstantSource.fixed(NOON))
                .run(context -> {
                    AudienceBridge bridge = context.getBean(AudienceBridge.class);
                    bridge.share(world.share());

                    assertThat(bridge.runs(RunQuery.builder().build())
                                    .runs()
                                    .head()
                                    .started())
                            .isEqualTo(NOON);
                });
    }

    @Test
    void progress_is_heard_by_a_bean() {
        AtomicInteger moves = new AtomicInteger();

        application()
                .withBean(Progress.class, () -> (step, done, total) -> moves.incrementAndGet())
                .run(context -> assertThat(context.getBean(AudienceBridge.class)
                                .share(world.share())
                                .state())
                        .isEqualTo(RunState.DELIVERED));

        assertThat(moves).hasPositiveValue();
    }

    @Test
    void an_application_without_a_home_is_told_what_to_do() {
        World.application().run(context -> {
            var analysis = new BridgeFailureAnalyzer().analyze(context.getStartupFailure());

            assertThat(analysis.getDescription()).contains("home").contains("connect");
            assertThat(analysis.getAction()).contains("audience-bridge");
        });
    }

    @Test
    void an_exchange_whose_artifact_is_missing_is_told_by_name() {
        application()
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.health", "io.audiencebridge.adapter.storages3"))
                .withPropertyValues("audience-bridge.files.inbound.s3.bucket=drop")
                .run(context -> {
                    var analysis = new BridgeFailureAnalyzer().analyze(context.getStartupFailure());

                    assertThat(analysis.getDescription()).contains("audience-bridge.files.inbound.s3");
                    assertThat(analysis.getAction()).isEqualTo("Add audience-adapter-storage-s3 to the application.");
                });
    }

    private ApplicationContextRunner application() {
        return world.connectedApplication().withPropertyValues("audience-bridge.home=" + home.resolve("bridge"));
    }

    private AudienceBridge bridge() {
        AudienceBridgeBuilder builder = AudienceBridge.builder().home(home.resolve("own"));
        world.connected().customize(builder);
        return builder.build();
    }
}
