// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ObservingCallsTest {
    private static final Activity SHARE = new Activity.UseCase("share");
    private static final Activity SENDING = new Activity.Step("share", "sending members");
    private static final Activity.Exchange ASKING = new Activity.Exchange(SystemId.CAMPAIGN, "GET", 1);

    private final List<String> told = new ArrayList<>();
    private final Call call = Call.within(
            "c-1",
            Duration.ofSeconds(5),
            System::nanoTime,
            CallTerms.builder().observer(this::begins).build());

    @Test
    void what_begins_meanwhile_is_part_of_what_is_at_work_on_any_thread_and_under_an_inner_call() {
        Either<BridgeError, String> outcome = call.observed(
                SHARE,
                () -> call.inside(inner -> inner.observed(SENDING, () -> {
                    CompletableFuture.runAsync(() -> call.begin(ASKING).ends(Optional.empty()))
                            .join();
                    return Either.right("done");
                })));
        call.begin(ASKING).ends(Optional.empty());

        assertThat(outcome.get()).isEqualTo("done");
        assertThat(told)
                .containsExactly(
                        "share in nothing",
                        "enter share",
                        "sending members in share",
                        "enter sending members",
                        "GET in sending members",
                        "GET ended well",
                        "leave sending members",
                        "sending members ended well",
                        "leave share",
                        "share ended well",
                        "GET in nothing",
                        "GET ended well");
    }

    @Test
    void a_failure_is_told_by_the_error() {
        call.observed(SHARE, () -> Either.left(BridgeError.InvalidRequest.of("list", "is empty")));

        assertThat(told).endsWith("share ended InvalidRequest");
    }

    @Test
    void what_throws_ends_as_a_breach_and_is_not_at_work_any_more() {
        assertThatThrownBy(() -> call.observed(SHARE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        call.begin(ASKING);

        assertThat(told).endsWith("leave share", "share ended ProtocolBreach", "GET in nothing");
    }

    @Test
    void a_call_that_was_told_nothing_has_the_connections_patience() {
        Call patient = Call.within("c-2", Duration.ofSeconds(5), System::nanoTime, Progress.SILENT);
        Call hasty = Call.within(
                "c-3",
                Duration.ofSeconds(5),
                System::nanoTime,
                CallTerms.builder()
                        .attempts(1)
                        .attemptLimit(Duration.ofSeconds(1))
                        .build());

        assertThat(patient.attempts(4)).isEqualTo(4);
        assertThat(patient.attemptLimit()).isEmpty();
        assertThat(hasty.<Integer>inside(inner -> inner.attempts(4))).isEqualTo(1);
        assertThat(hasty.attemptLimit()).contains(Duration.ofSeconds(1));
    }

    private Watch begins(Activity activity, Watch within) {
        String name = name(activity);
        told.add(name + " in " + (within instanceof Told outer ? outer.name() : "nothing"));
        return new Told(name, told);
    }

    private static String name(Activity activity) {
        if (activity instanceof Activity.UseCase useCase) {
            return useCase.name();
        }
        return activity instanceof Activity.Step step ? step.name() : ((Activity.Exchange) activity).operation();
    }

    private record Told(String name, List<String> told) implements Watch {
        @Override
        public void ends(Optional<BridgeError> failure) {
            told.add(name + " ended " + failure.map(BridgeError::code).orElse("well"));
        }

        @Override
        public Call.Registration enter() {
            told.add("enter " + name);
            return () -> told.add("leave " + name);
        }
    }
}
