// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.http.HttpProxy;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTls;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.observation.BridgeObserver;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import io.audiencebridge.sdk.CallOptions;
import io.audiencebridge.sdk.Cancellation;
import io.audiencebridge.sdk.Paging;
import io.audiencebridge.sdk.Run;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides to calls and to observability show is what is compiled here, and it does what they say. */
@Timeout(120)
final class CallsGuideTest {
    private static final Path GUIDES = Path.of("../../audience-sdk/docs");
    private static final Path HERE = Path.of("src/test/java/io/audiencebridge/acceptancetests/CallsGuideTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir
    Path home;

    static Stream<String> examples() throws IOException {
        return Stream.of(
                        Files.readString(GUIDES.resolve("calls.md")),
                        Files.readString(GUIDES.resolve("observability.md")))
                .flatMap(guide -> EXAMPLE.matcher(guide).results())
                .map(found -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_compiled(String example) throws IOException {
        assertThat(bare(Files.readString(HERE))).contains(bare(example));
    }

    @Test
    void the_examples_run() throws Exception {
        ExecutorService workers = Executors.newCachedThreadPool();
        ScheduledExecutorService beats = Executors.newScheduledThreadPool(1);
        try (Journey journey = new Journey(People.withoutSharedKeys(20), home.resolve("journey"))) {
            ShareRequest request =
                    journey.share(journey.everybody(), "Loyal", KeyKind.VISITOR.dataSource(journey.sandbox));
            AudienceBridgeBuilder other = Journey.builder(journey.sandbox.description(), home.resolve("own"));
            try (AudienceBridge bridge = own(other, workers, beats, journey.sandbox.clock())) {
                assertThat(shared(bridge, request).state()).isEqualTo(RunState.AWAITING_TRAIT);
                read(
                        bridge,
                        AudienceQuery.builder()
                                .connection(Journey.AUDIENCE_MANAGER)
                                .build());
            }
            Either<BridgeError, Receipt> stopped = stopped(journey.bridge, request)
                    .await(Duration.ofSeconds(60))
                    .get();
            assertThat(stopped.isRight() || stopped.getLeft() instanceof BridgeError.Cancelled)
                    .isTrue();
            AudienceBridgeBuilder watched = Journey.builder(journey.sandbox.description(), home.resolve("watched"));
            assertThat(counted(watched.clock(journey.sandbox.clock()))).containsExactly("audiencebridge.call");
        } finally {
            workers.shutdown();
            beats.shutdown();
        }
    }

    @Test
    void the_settings_of_the_example_are_sound_and_print_no_secret() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        KeyStore authorities = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile(),
                "changeit".toCharArray());

        assertThat(settings(authorities, empty).toString())
                .contains("proxy.example.com")
                .doesNotContain("\"...\"");
    }

    private static Receipt shared(AudienceBridge bridge, ShareRequest request) {
        CallOptions tonight = CallOptions.builder()
                .limit(Duration.ofHours(1))
                .attempts(2)
                .attemptLimit(Duration.ofSeconds(30))
                .correlationId("nightly-4711")
                .progress((step, done, total) -> System.out.println(step + " " + done))
                .build();
        Receipt receipt = bridge.with(tonight).share(request);
        return receipt;
    }

    private static Run stopped(AudienceBridge bridge, ShareRequest request) {
        Cancellation stop = new Cancellation();
        CallOptions stoppable = CallOptions.builder().cancellation(stop).build();
        Run run = bridge.with(stoppable).start(request);
        stop.cancel();
        return run;
    }

    private static void read(AudienceBridge bridge, AudienceQuery query) {
        try (Paging<Audience> audiences = bridge.browseAll(query)) {
            audiences.stream().limit(3).forEach(audience -> System.out.println(audience.title()));
        }
    }

    private static HttpSettings settings(KeyStore authorities, KeyStore identity) {
        HttpSettings http = HttpSettings.builder()
                .proxy(HttpProxy.builder()
                        .host("proxy.example.com")
                        .port(3128)
                        .user("batch")
                        .password(Secret.of("..."))
                        .build())
                .tls(HttpTls.trusting(authorities, identity, Secret.of("...")))
                .readTimeout(Duration.ofMinutes(2))
                .build();
        return http;
    }

    private static AudienceBridge own(
            AudienceBridgeBuilder builder, Executor workers, ScheduledExecutorService beats, InstantSource clock) {
        AudienceBridge bridge =
                builder.executor(workers).scheduler(beats).clock(clock).build();
        return bridge;
    }

    private static List<String> counted(AudienceBridgeBuilder builder) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        AudienceBridge bridge = builder.observer(BridgeObserver.of(registry)).build();
        try (bridge) {
            bridge.runs(io.audiencebridge.domain.sharing.RunQuery.builder().build());
        }
        return meters.find("audiencebridge.call").timers().stream()
                .map(timer -> timer.getId().getName())
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
