// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.junit.SandboxTest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import io.audiencebridge.sdk.Run;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide "large bases" shows, with a base that is none. */
@SandboxTest
final class LargeBasesGuideTest {
    private static final String AUDIENCE = "Everybody";

    @TempDir
    private Path home;

    @Test
    void a_kept_copy_is_read_instead_of_all_recipients(Sandbox sandbox) {
        Secret indexSecret = Secret.of("0123456789abcdef0123456789abcdef");
        AudienceBridgeBuilder builder = Journey.builder(sandbox.description(), home);
        DataSource source = KeyKind.DECLARED_PLAIN.dataSource(sandbox);

        builder.recipientIndex(RecipientIndexSettings.builder()
                        .secret(indexSecret)
                        .rebuildAfter(Duration.ofDays(7))
                        .lifetime(Duration.ofDays(30))
                        .build())
                .matchBy(KeyRoute.KEPT_INDEX);

        try (AudienceBridge bridge = builder.clock(sandbox.clock()).build()) {
            Receipt first = imported(bridge, sandbox, source, "First");
            Receipt second = imported(bridge, sandbox, source, "Second");
            assertThat(route(second)).startsWith("KEPT_INDEX");
            assertThat(second.imported().orElseThrow().listSize())
                    .isEqualTo(first.imported().orElseThrow().listSize());
            assertThat(second.matched().orElseThrow().read().orElse(0))
                    .isLessThan(second.matched().orElseThrow().rows().orElse(0));
        }
    }

    @Test
    void a_long_run_works_beside_the_caller_and_can_be_stopped(Sandbox sandbox) {
        AudienceBridgeBuilder builder = Journey.builder(sandbox.description(), home);
        ExecutorService workers = Executors.newFixedThreadPool(2);
        DataSource source = KeyKind.VISITOR.dataSource(sandbox);

        builder.executor(workers).limit(Duration.ofHours(12)).progress((step, done, total) -> {});

        try (AudienceBridge bridge = builder.clock(sandbox.clock()).build()) {
            Run run = bridge.start(Journey.shareOfEverybody(sandbox, AUDIENCE));
            assertThat(followed(run)).isTrue();
            sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
            assertThat(bridge.resume(run.id()).state().isDelivered()).isTrue();
            assertThat(source.id()).isPositive();
            assertThat(stopped(bridge)).isEmpty();
        } finally {
            workers.shutdown();
        }
    }

    private static boolean followed(Run run) {
        System.out.println(run.progress());
        boolean ended = run.await(Duration.ofMinutes(1)).isDefined();
        return ended;
    }

    private static Seq<RunId> stopped(AudienceBridge bridge) {
        Seq<RunId> unfinished = bridge.close(Duration.ofSeconds(30));
        return unfinished;
    }

    private static String route(Receipt receipt) {
        String why = receipt.matched()
                .map(plan -> plan.route() + ", since " + plan.because() + "; read " + plan.read())
                .orElse("not matched yet");
        return why;
    }

    private static Receipt imported(AudienceBridge bridge, Sandbox sandbox, DataSource source, String list) {
        Journey journey = new Journey(sandbox, bridge);
        if (list.equals("First")) {
            journey.shared(journey.everybody(), AUDIENCE, source);
        }
        travelled(sandbox.clock());
        ImportRequest request = journey.importOf(AUDIENCE, list, source);
        return bridge.importAudience(request);
    }

    private static void travelled(SandboxClock clock) {
        clock.advance(Journey.FILES_TRAVELLED);
    }
}
