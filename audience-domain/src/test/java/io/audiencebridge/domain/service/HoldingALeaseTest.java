// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lease is extended before each write and by the pulse; once it is lost, nothing is written and the call ends. Stamps are given once. */
class HoldingALeaseTest {
    private static final Instant START = Instant.parse("2026-11-26T00:00:00Z");
    private static final Lease HELD = new Lease("Run run-1", "bridge-1", START.plusSeconds(120));

    private final Call call = Rows.call();
    private final Book book = new Book();
    private final Beats beats = new Beats();
    private Instant now = START;
    private final HeldLease lease = new HeldLease(
            HELD,
            Leasing.builder()
                    .leases(book)
                    .holder("bridge-1")
                    .term(Duration.ofMinutes(2))
                    .pulse(beats::start)
                    .build(),
            () -> now,
            call);

    @Test
    void it_is_extended_by_its_term_from_now_on_and_three_times_in_a_term() {
        now = START.plusSeconds(30);

        assertThat(lease.keep().get()).isEqualTo(new Lease("Run run-1", "bridge-1", START.plusSeconds(150)));
        assertThat(beats.every).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void somebody_else_who_holds_it_is_named_and_nothing_is_asked_again() {
        book.answer = Either.right(Option.some(new Lease("Run run-1", "bridge-2", START.plusSeconds(90))));

        BridgeError lost = lease.keep().getLeft();

        assertThat(lost).isInstanceOf(BridgeError.Conflict.class);
        assertThat(lost.message())
                .isEqualTo(
                        "Run run-1 is no longer this bridge's to work on: bridge-2 holds it until 2026-11-26T00:01:30Z; nothing more was written down, see what became of the run and resume it");
        book.answer = Either.right(Option.some(HELD));
        assertThat(lease.keep().getLeft()).isSameAs(lost);
        assertThat(book.extended).hasSize(1);
    }

    @Test
    void a_lease_that_ended_was_somebody_elses_in_between() {
        book.answer = Either.right(Option.none());

        assertThat(lease.keep().getLeft().message()).contains("somebody else had it in between");
    }

    @Test
    void a_beat_that_finds_it_lost_cancels_the_call() {
        beats.beat.run();
        assertThat(call.check().isRight()).isTrue();

        book.answer = Either.right(Option.none());
        beats.beat.run();

        assertThat(call.check().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void a_beat_that_cannot_look_it_up_is_borne_until_the_lease_has_ended() {
        book.answer = Either.left(BridgeError.LocalFailure.of("gone"));
        now = START.plusSeconds(119);
        beats.beat.run();
        assertThat(call.check().isRight()).isTrue();

        now = START.plusSeconds(120);
        beats.beat.run();

        assertThat(call.check().isLeft()).isTrue();
        assertThat(lease.keep().getLeft().message())
                .contains("it could not be extended before it ended at 2026-11-26T00:02:00Z");
    }

    @Test
    void it_is_given_back_at_the_end_and_later_beats_do_nothing() {
        lease.keep();
        lease.close();
        book.answer = Either.right(Option.none());
        beats.beat.run();

        assertThat(book.released).containsExactly(HELD);
        assertThat(beats.ended).isTrue();
        assertThat(call.check().isRight()).isTrue();
    }

    @Test
    void a_lost_lease_is_not_given_back() {
        book.answer = Either.right(Option.none());
        lease.keep();

        lease.close();

        assertThat(book.released).isEmpty();
    }

    @Test
    void two_runs_of_one_second_take_two_stamps_and_other_data_sources_do_not_matter() {
        Stamps stamps = new Stamps();
        ConnectionName cloud = new ConnectionName("cloud");

        assertThat(stamps.take(cloud, DataSource.visitor(1), START, Either::right)
                        .get())
                .isEqualTo(START);
        assertThat(stamps.take(cloud, DataSource.visitor(1), START, Either::right)
                        .get())
                .isEqualTo(START.plusSeconds(1));
        assertThat(stamps.take(cloud, DataSource.visitor(2), START, Either::right)
                        .get())
                .isEqualTo(START);
        assertThat(stamps.take(new ConnectionName("other"), DataSource.visitor(1), START, Either::right)
                        .get())
                .isEqualTo(START);
    }

    @Test
    void a_stamp_that_the_system_has_taken_is_passed_by_until_ours_is_free_there() {
        Stamps stamps = new Stamps();
        ConnectionName cloud = new ConnectionName("cloud");
        stamps.take(cloud, DataSource.visitor(1), START.plusSeconds(5), Either::right);

        assertThat(stamps.take(
                                cloud,
                                DataSource.visitor(1),
                                START,
                                from -> Either.right(from.isBefore(START.plusSeconds(5)) ? START.plusSeconds(5) : from))
                        .get())
                .isEqualTo(START.plusSeconds(6));
        assertThat(stamps.take(
                                cloud,
                                DataSource.visitor(1),
                                START,
                                from -> Either.left(BridgeError.LocalFailure.of("gone")))
                        .getLeft()
                        .message())
                .isEqualTo("gone");
    }

    @Test
    void stamps_are_remembered_for_a_day() {
        Stamps stamps = new Stamps();
        ConnectionName cloud = new ConnectionName("cloud");
        stamps.take(cloud, DataSource.visitor(1), START, Either::right);
        stamps.take(cloud, DataSource.visitor(1), START.plus(Duration.ofDays(1)), Either::right);
        assertThat(stamps.take(cloud, DataSource.visitor(1), START, Either::right)
                        .get())
                .isEqualTo(START.plusSeconds(1));

        stamps.take(cloud, DataSource.visitor(1), START.plus(Duration.ofDays(1)).plusSeconds(1), Either::right);
        stamps.take(cloud, DataSource.visitor(1), START.plus(Duration.ofDays(1)).plusSeconds(9), Either::right);

        assertThat(stamps.take(cloud, DataSource.visitor(1), START, Either::right)
                        .get())
                .isEqualTo(START);
    }

    static final class Book implements Leases {
        private final List<Lease> extended = new ArrayList<>();
        private final List<Lease> released = new ArrayList<>();
        private Either<BridgeError, Option<Lease>> answer = Either.right(Option.some(HELD));

        @Override
        public Either<BridgeError, Lease> take(Lease wanted, Instant now) {
            return Either.right(wanted);
        }

        @Override
        public Either<BridgeError, Option<Lease>> extend(Lease wanted) {
            extended.add(wanted);
            return answer;
        }

        @Override
        public Either<BridgeError, Boolean> release(Lease held) {
            released.add(held);
            return Either.right(true);
        }
    }

    private static final class Beats {
        private Duration every = Duration.ZERO;
        private Runnable beat = () -> {};
        private boolean ended;

        private Call.Registration start(Duration time, Runnable run) {
            every = time;
            beat = run;
            return () -> ended = true;
        }
    }
}
