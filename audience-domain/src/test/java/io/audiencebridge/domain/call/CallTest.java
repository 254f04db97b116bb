// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong nanos = new AtomicLong(7 * SECOND);
    private final Call call = Call.within("c-1", Duration.ofSeconds(5), nanos::get, Progress.SILENT);

    @Test
    void a_call_has_its_time_from_when_it_began() {
        nanos.addAndGet(2 * SECOND);

        assertThat(call.remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(call.check().get()).isSameAs(call);
    }

    @Test
    void a_call_is_on_until_the_last_nanosecond() {
        nanos.addAndGet(5 * SECOND - 1);

        assertThat(call.check().isRight()).isTrue();
        assertThat(call.remaining()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void a_call_ends_at_its_deadline() {
        nanos.addAndGet(5 * SECOND);

        assertThat(call.check().getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(call.check().getLeft().incident().correlationId()).isEqualTo("c-1");
        assertThat(call.remaining()).isZero();
    }

    @Test
    void nothing_is_left_long_after_the_deadline() {
        nanos.addAndGet(500 * SECOND);

        assertThat(call.remaining()).isZero();
    }

    @Test
    void a_ticker_may_overflow_during_a_call() {
        nanos.set(Long.MAX_VALUE - SECOND);
        Call over = Call.within("c-2", Duration.ofSeconds(5), nanos::get, Progress.SILENT);

        nanos.addAndGet(2 * SECOND);

        assertThat(over.check().isRight()).isTrue();
        assertThat(over.remaining()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void an_incident_of_our_own_carries_the_calls_id() {
        assertThat(call.correlationId()).isEqualTo("c-1");
        assertThat(call.incident())
                .isEqualTo(Incident.builder().correlationId("c-1").build());
    }

    @Test
    void whoever_listens_hears_how_far_it_came() {
        List<String> heard = new ArrayList<>();
        Call loud = Call.within(
                "c-2",
                Duration.ofSeconds(5),
                nanos::get,
                (step, done, total) -> heard.add(step + " " + done + "/" + total));

        loud.progress().moved("sending members", 3, 10);
        loud.<Integer>inside(inner -> {
            inner.progress().moved("sending members", 4, -1);
            return 1;
        });

        assertThat(heard).containsExactly("sending members 3/10", "sending members 4/-1");
    }

    @Test
    void cancelling_runs_each_hook_once_and_late_hooks_at_once() {
        var ran = new AtomicInteger();
        var withdrawn = call.onCancel(() -> ran.addAndGet(100));
        call.onCancel(ran::incrementAndGet);
        withdrawn.close();

        call.cancel();
        call.cancel();
        call.onCancel(ran::incrementAndGet);

        assertThat(ran).hasValue(2);
        assertThat(call.check().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(call.check().getLeft().incident().correlationId()).isEqualTo("c-1");
    }

    @Test
    void a_hook_waits_for_the_cancellation() {
        var ran = new AtomicInteger();

        call.onCancel(ran::incrementAndGet);

        assertThat(ran).hasValue(0);
    }

    @Test
    void a_call_inside_another_is_cancelled_with_it() {
        BridgeError error = call.inside(inner -> {
            call.cancel();
            return inner.check().getLeft();
        });

        assertThat(error).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void a_call_inside_another_may_be_cancelled_alone_and_shares_its_deadline_and_id() {
        Call inner = call.inside(one -> {
            one.cancel();
            return one;
        });

        assertThat(inner.check().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(call.check().isRight()).isTrue();
        assertThat(inner.remaining()).isEqualTo(Duration.ofSeconds(5));
        assertThat(inner.correlationId()).isEqualTo("c-1");
    }

    @Test
    void a_call_that_is_over_is_not_cancelled_with_the_one_around_it() {
        var ran = new AtomicInteger();
        call.<Integer>inside(inner -> {
            inner.onCancel(ran::incrementAndGet);
            return 1;
        });
        assertThatThrownBy(() -> call.<Integer>inside(inner -> {
                    inner.onCancel(ran::incrementAndGet);
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        call.cancel();

        assertThat(ran).hasValue(0);
    }

    @Test
    void a_call_that_was_told_nothing_is_heard_and_seen_by_nobody() {
        CallTerms terms = CallTerms.standard();

        assertThat(terms.progress()).isSameAs(Progress.SILENT);
        assertThat(terms.observer()).isSameAs(Observer.BLIND);
        assertThat(terms.observer().begins(new Activity.UseCase("share"), Watch.NONE))
                .isSameAs(Watch.NONE);
        assertThat(terms.attempts()).isEmpty();
        assertThat(terms.attemptLimit()).isEmpty();
    }

    @Test
    void a_watch_that_keeps_nothing_sends_no_headers_and_can_be_entered_and_left() {
        assertThat(Watch.NONE.headers()).isEmpty();
        assertThatCode(() -> Watch.NONE.enter().close()).doesNotThrowAnyException();
    }
}
