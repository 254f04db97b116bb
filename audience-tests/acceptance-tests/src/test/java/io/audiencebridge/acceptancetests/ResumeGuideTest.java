// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.RetryAdvice;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.junit.SandboxFault;
import io.audiencebridge.sandbox.junit.SandboxTest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeException;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guides "resume" and "upgrade" show. */
@SandboxTest
final class ResumeGuideTest {
    @TempDir
    private Path home;

    @Test
    void a_run_goes_on_in_another_process(Sandbox sandbox) {
        ShareRequest request = Journey.shareOfEverybody(sandbox, "Loyal");
        RunId run;
        try (AudienceBridge bridge = bridge(sandbox)) {
            run = bridge.share(request).run();
            assertThat(unfinished(bridge)).isEqualTo(1);
        }

        sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
        try (AudienceBridge another = bridge(sandbox)) {
            due(another);
            assertThat(another.track(run).state().isDelivered()).isTrue();
            assertThat(unfinished(another)).isZero();
        }
    }

    @Test
    @SandboxFault(system = "audienceManager", method = "POST", path = "/v1/segments*", status = 503)
    void a_run_that_failed_goes_on_from_where_it_stood(Sandbox sandbox) {
        ShareRequest request = Journey.shareOfEverybody(sandbox, "Loyal");
        try (AudienceBridge bridge = bridge(sandbox)) {
            assertThat(tried(bridge, request)).contains("Unavailable");
            RunId run = bridge.runs(RunQuery.builder().build())
                    .runs()
                    .head()
                    .receipt()
                    .run();
            sandbox.clearFaults();
            Receipt receipt = bridge.resume(run);
            assertThat(receipt.state()).isEqualTo(RunState.AWAITING_TRAIT);
        }
    }

    @Test
    @SandboxFault(system = "campaign", soapAction = "ExecuteQuery", status = 429, retryAfter = 90)
    void the_error_says_what_to_do_with_the_call(Sandbox sandbox) {
        ShareRequest request = Journey.shareOfEverybody(sandbox, "Loyal");
        try (AudienceBridge bridge = bridge(sandbox)) {
            Instant now = sandbox.clock().instant();
            assertThat(advice(bridge, request, sandbox.clock())).isAfter(now);
        }
    }

    private AudienceBridge bridge(Sandbox sandbox) {
        return Journey.builder(sandbox.description(), home)
                .clock(sandbox.clock())
                .limit(Duration.ofSeconds(20))
                .build();
    }

    private static void due(AudienceBridge bridge) {
        bridge.resumeDue()
                .forEach(resumed -> resumed.outcome()
                        .peek(receipt -> System.out.println(resumed.run() + " is " + receipt.state()))
                        .peekLeft(error -> System.err.println(resumed.run() + ": " + error.message())));
    }

    private static String tried(AudienceBridge bridge, ShareRequest request) {
        try {
            Receipt receipt = bridge.share(request);
            return receipt.state().name();
        } catch (AudienceBridgeException failed) {
            BridgeError error = failed.error();
            return error.code() + ": " + error.message();
        }
    }

    private static Instant advice(AudienceBridge bridge, ShareRequest request, InstantSource clock) {
        Either<BridgeError, Receipt> outcome = bridge.attempts().share(request);
        RetryAdvice advice = outcome.getLeft().retryAdvice();
        Instant again = clock.instant();
        if (advice instanceof RetryAdvice.After after) {
            again = again.plus(after.pause());
        } else if (advice instanceof RetryAdvice.CheckFirst check) {
            System.out.println("Look first: " + check.lookAt());
        }
        return again;
    }

    private static long unfinished(AudienceBridge bridge) {
        long unfinished = bridge.runs(RunQuery.builder()
                        .addStates(RunState.PLANNED, RunState.PREPARING, RunState.TRANSFERRING)
                        .addStates(RunState.AWAITING_TRAIT, RunState.AWAITING_FILE, RunState.AWAITING_WORKFLOW)
                        .build())
                .runs()
                .size();
        return unfinished;
    }
}
