// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsAsValuesTest {
    private static final Incident THERE = Incident.at(SystemId.CAMPAIGN, "c-1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static Stream<Arguments> errors() {
        RetryAdvice never = new RetryAdvice.Never();
        RetryAdvice pause = new RetryAdvice.After(MINUTE);
        RetryAdvice look = new RetryAdvice.CheckFirst("the list's log");
        return Stream.of(
                Arguments.of(
                        "InvalidRequest",
                        never,
                        new BridgeError.InvalidRequest(Vector.of(new Violation("list", "is empty")), THERE)),
                Arguments.of("NotFound", never, new BridgeError.NotFound("list: is empty", THERE)),
                Arguments.of("AccessDenied", never, new BridgeError.AccessDenied("list: is empty", THERE)),
                Arguments.of("Conflict", never, new BridgeError.Conflict("list: is empty", THERE)),
                Arguments.of("Throttled", pause, new BridgeError.Throttled("list: is empty", THERE, MINUTE)),
                Arguments.of("Unavailable", pause, new BridgeError.Unavailable("list: is empty", THERE, MINUTE)),
                Arguments.of("RejectedBySystem", never, new BridgeError.RejectedBySystem("list: is empty", THERE)),
                Arguments.of("ProtocolBreach", never, new BridgeError.ProtocolBreach("list: is empty", THERE)),
                Arguments.of(
                        "OutcomeUnknown",
                        look,
                        new BridgeError.OutcomeUnknown("list: is empty", THERE, "the list's log")),
                Arguments.of(
                        "DeadlineExceeded",
                        new RetryAdvice.After(Duration.ZERO),
                        new BridgeError.DeadlineExceeded("list: is empty", THERE)),
                Arguments.of("Cancelled", never, new BridgeError.Cancelled("list: is empty", THERE)),
                Arguments.of("LocalFailure", never, new BridgeError.LocalFailure("list: is empty", THERE)),
                Arguments.of("Unbalanced", never, new BridgeError.Unbalanced("list: is empty", THERE)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_says_what_happened_where_and_what_to_do_with_the_call(
            String code, RetryAdvice advice, BridgeError error) {
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo("list: is empty");
        assertThat(error.incident()).isEqualTo(THERE);
        assertThat(error.retryAdvice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void a_reader_gets_the_error_in_the_one_case_that_is_made_for_it(
            String code, RetryAdvice advice, BridgeError error) {
        assertThat(error.match(new Naming())).isEqualTo(code + " " + error);
    }

    @Test
    void a_request_is_told_all_its_mistakes_at_once() {
        var error = new BridgeError.InvalidRequest(
                Vector.of(new Violation("list", "is empty"), new Violation("audience", "is blank")), THERE);

        assertThat(error.message()).isEqualTo("list: is empty; audience: is blank");
    }

    static Stream<Arguments> ourOwn() {
        Function<String, BridgeError> invalid = text -> BridgeError.InvalidRequest.of("home", text);
        return Stream.of(
                Arguments.of("InvalidRequest", "home: is full", invalid),
                Arguments.of("NotFound", "is full", (Function<String, BridgeError>) BridgeError.NotFound::of),
                Arguments.of("Conflict", "is full", (Function<String, BridgeError>) BridgeError.Conflict::of),
                Arguments.of("DeadlineExceeded", "is full", (Function<String, BridgeError>)
                        BridgeError.DeadlineExceeded::of),
                Arguments.of("Cancelled", "is full", (Function<String, BridgeError>) BridgeError.Cancelled::of),
                Arguments.of("LocalFailure", "is full", (Function<String, BridgeError>) BridgeError.LocalFailure::of),
                Arguments.of("Unbalanced", "is full", (Function<String, BridgeError>) BridgeError.Unbalanced::of));
    }

    @ParameterizedTest
    @MethodSource("ourOwn")
    void an_error_of_our_own_names_no_system(String code, String message, Function<String, BridgeError> of) {
        BridgeError error = of.apply("is full");

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.incident()).isEqualTo(Incident.local());
    }

    @Test
    void nothing_left_the_machine_in_an_incident_of_our_own() {
        Incident local = Incident.local();

        assertThat(local.system()).isEmpty();
        assertThat(local.correlationId()).isEmpty();
        assertThat(local.attempts()).isZero();
        assertThat(local.codes()).isEmpty();
    }

    @Test
    void an_incident_at_a_system_is_one_call_to_it_under_its_correlation_id() {
        Incident there = Incident.at(SystemId.CAMPAIGN, "c-1");

        assertThat(there.system()).contains(SystemId.CAMPAIGN);
        assertThat(there.correlationId()).isEqualTo("c-1");
        assertThat(there.attempts()).isEqualTo(1);
        assertThat(there.codes()).isEmpty();
    }

    @Test
    void advice_is_one_of_three() {
        assertThat(RetryAdvice.never()).isEqualTo(new RetryAdvice.Never());
        assertThat(RetryAdvice.after(MINUTE)).isEqualTo(new RetryAdvice.After(MINUTE));
        assertThat(RetryAdvice.checkFirst("the log")).isEqualTo(new RetryAdvice.CheckFirst("the log"));
    }

    /** Names each case, and what came in it. */
    private static final class Naming implements BridgeError.Cases<String> {
        @Override
        public String invalidRequest(BridgeError.InvalidRequest error) {
            return "InvalidRequest " + error;
        }

        @Override
        public String notFound(BridgeError.NotFound error) {
            return "NotFound " + error;
        }

        @Override
        public String accessDenied(BridgeError.AccessDenied error) {
            return "AccessDenied " + error;
        }

        @Override
        public String conflict(BridgeError.Conflict error) {
            return "Conflict " + error;
        }

        @Override
        public String throttled(BridgeError.Throttled error) {
            return "Throttled " + error;
        }

        @Override
        public String unavailable(BridgeError.Unavailable error) {
            return "Unavailable " + error;
        }

        @Override
        public String rejectedBySystem(BridgeError.RejectedBySystem error) {
            return "RejectedBySystem " + error;
        }

        @Override
        public String protocolBreach(BridgeError.ProtocolBreach error) {
            return "ProtocolBreach " + error;
        }

        @Override
        public String outcomeUnknown(BridgeError.OutcomeUnknown error) {
            return "OutcomeUnknown " + error;
        }

        @Override
        public String deadlineExceeded(BridgeError.DeadlineExceeded error) {
            return "DeadlineExceeded " + error;
        }

        @Override
        public String cancelled(BridgeError.Cancelled error) {
            return "Cancelled " + error;
        }

        @Override
        public String localFailure(BridgeError.LocalFailure error) {
            return "LocalFailure " + error;
        }

        @Override
        public String unbalanced(BridgeError.Unbalanced error) {
            return "Unbalanced " + error;
        }
    }
}
