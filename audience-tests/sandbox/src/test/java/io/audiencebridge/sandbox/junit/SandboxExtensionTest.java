// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the extension does to tests: each case is a class that JUnit runs from here. */
class SandboxExtensionTest {
    private static final Queue<URI> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void nothingSeen() {
        SEEN.clear();
    }

    @Test
    void a_fault_that_never_fired_fails_the_test_and_says_what_was_called_instead() {
        EngineExecutionResults results = run(FaultBesideTheMark.class);

        assertThat(failures(results))
                .singleElement()
                .asString()
                .contains("never fired")
                .contains("Status[status=503")
                .contains("campaign any method /nowhere")
                .contains("It matched 0 requests")
                .contains("GET /r/test (1)");
    }

    @Test
    void a_fault_that_the_test_set_itself_is_watched_too_and_a_failure_of_the_test_comes_first() {
        assertThat(failures(run(FaultOfItsOwn.class)))
                .singleElement()
                .asString()
                .contains("It matched 1 requests and lets the first 5 pass");
        assertThat(failures(run(FailsByItself.class)))
                .singleElement()
                .asString()
                .contains("by itself")
                .doesNotContain("never fired");
    }

    @Test
    void faults_of_every_test_and_forgiven_ones_fail_nobody() {
        assertThat(failures(run(FaultsEverywhere.class))).isEmpty();
        assertThat(failures(run(Forgiving.class))).isEmpty();
    }

    @Test
    void a_class_has_one_sandbox_that_is_closed_at_its_end() {
        assertThat(failures(run(Shared.class))).isEmpty();

        assertThat(SEEN).hasSize(2);
        assertThat(Set.copyOf(SEEN)).hasSize(1);
        assertThatEveryPortIsClosed();
    }

    @Test
    void each_method_has_a_sandbox_of_its_own_on_request() {
        assertThat(failures(run(Apart.class))).isEmpty();

        assertThat(Set.copyOf(SEEN)).hasSize(2);
        assertThatEveryPortIsClosed();
    }

    @Test
    void methods_that_run_side_by_side_have_sandboxes_of_their_own() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(SideBySide.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute();

        assertThat(failures(results)).isEmpty();
        assertThat(Set.copyOf(SEEN)).hasSize(2);
        assertThatEveryPortIsClosed();
    }

    @Test
    void data_is_kept_and_prepared_on_request() {
        assertThat(failures(run(Keeping.class))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SandboxExtension.builder().perMethod().keepingData().build());
    }

    @Test
    void an_unknown_key_of_an_address_is_told_with_those_that_are_known() {
        assertThat(failures(run(UnknownAddress.class)))
                .singleElement()
                .asString()
                .contains("no 'campain'")
                .contains("campaign");
    }

    private static void assertThatEveryPortIsClosed() {
        SEEN.forEach(address -> Assertions.assertThatThrownBy(() -> Http.get(address.resolve("/r/test")))
                .isInstanceOf(ConnectException.class));
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().finished().failed().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::toString)
                        .orElse("no reason"))
                .collect(Collectors.toList());
    }

    private static FaultRule at(String path, int after) {
        return new FaultRule(FaultMatch.system("campaign").withPath(path), after, 1, new FaultEffect.Status(503));
    }

    private static void call(Sandbox sandbox) throws IOException {
        Http.get(sandbox.campaign().resolve("/r/test"));
    }

    @SandboxTest
    static class FaultBesideTheMark {
        @Test
        @SandboxFault(system = "campaign", path = "/nowhere")
        void calls_something_else(Sandbox sandbox) throws IOException {
            call(sandbox);
        }
    }

    @SandboxTest
    static class FaultOfItsOwn {
        @Test
        void sets_a_fault_for_later_than_it_lives(Sandbox sandbox) throws IOException {
            sandbox.faults(at("/r/test", 5));
            call(sandbox);
        }
    }

    @SandboxTest
    static class FailsByItself {
        @Test
        @SandboxFault(system = "campaign")
        void fails() {
            throw new AssertionError("by itself");
        }
    }

    static class FaultsEverywhere {
        @RegisterExtension
        static final SandboxExtension SANDBOX =
                SandboxExtension.builder().faults(at("/r/test", 0)).build();

        @Test
        void meets_it(Sandbox sandbox) throws IOException {
            call(sandbox);
            assertThat(sandbox.faultCounts().get(0).fired()).isEqualTo(1);
        }

        @Test
        void does_not(Sandbox sandbox) {
            assertThat(sandbox.faultCounts().get(0).fired()).isZero();
        }
    }

    static class Forgiving {
        @RegisterExtension
        static final SandboxExtension SANDBOX =
                SandboxExtension.builder().faultsMayRest().build();

        @Test
        @SandboxFault(system = "campaign")
        void calls_nobody() {}
    }

    static class Shared {
        @RegisterExtension
        static final SandboxExtension SANDBOX = SandboxExtension.builder()
                .recipients(2)
                .seed(7)
                .prepared(sandbox -> sandbox.campaignData().addList("Prepared", List.of()))
                .build();

        Shared(Sandbox sandbox) {
            SEEN.add(sandbox.campaign());
        }

        @Test
        void one(Sandbox sandbox) {
            assertThat(sandbox.campaignData().lists()).hasSize(2);
            assertThat(sandbox.seed()).isEqualTo(7);
        }

        @Test
        void another(Sandbox sandbox) {
            assertThat(sandbox.campaignData().lists()).hasSize(2);
        }
    }

    static class Apart {
        @RegisterExtension
        static final SandboxExtension SANDBOX =
                SandboxExtension.builder().recipients(2).perMethod().build();

        @Test
        void one(Sandbox sandbox) {
            SEEN.add(sandbox.campaign());
        }

        @Test
        void another(Sandbox sandbox) {
            SEEN.add(sandbox.campaign());
        }
    }

    @SandboxTest(recipients = 2)
    @Execution(ExecutionMode.CONCURRENT)
    static class SideBySide {
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @Test
        void one(Sandbox sandbox) throws InterruptedException {
            meet(sandbox);
        }

        @Test
        void another(Sandbox sandbox) throws InterruptedException {
            meet(sandbox);
        }

        private static void meet(Sandbox sandbox) throws InterruptedException {
            SEEN.add(sandbox.campaign());
            sandbox.campaignData().addList("Mine", List.of());
            BOTH.countDown();
            assertThat(BOTH.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.campaignData().lists()).hasSize(2);
        }
    }

    static class Keeping {
        private static int before = 1;

        @RegisterExtension
        static final SandboxExtension SANDBOX =
                SandboxExtension.builder().recipients(2).keepingData().build();

        @Test
        void one(Sandbox sandbox) {
            grown(sandbox);
        }

        @Test
        void another(Sandbox sandbox) {
            grown(sandbox);
        }

        private static void grown(Sandbox sandbox) {
            assertThat(sandbox.campaignData().lists()).hasSize(before);
            sandbox.campaignData().addList("List " + before, List.of());
            before++;
        }
    }

    @SandboxTest(recipients = 0)
    static class UnknownAddress {
        @Test
        void misspells(@SandboxAddress("campain") URI address) {
            assertThat(address).isNull();
        }
    }
}
