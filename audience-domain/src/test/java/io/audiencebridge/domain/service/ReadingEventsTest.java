// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.EventMerge;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.member.MemberEvents;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of deliveries and of Platform's exports, and of people by what an export would make of them. */
class ReadingEventsTest {
    private static final ReconciliationKey PLAIN =
            Declared.builder().field("declaredId").build();
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");

    @Test
    void a_delivery_names_members_and_leavers_and_only_members_count() {
        DeliveredRows rows = new DeliveredRows(PLAIN);

        rows.take(Rows.batch("0:a", "0:b", "0:a", "0:c?", "0:d<", "0:d<"));
        assertThat(rows.take(Rows.batch("0:no good", "0:no good<")).get()).isEqualTo(2);

        assertThat(rows.entering().sorted().size()).isEqualTo(2);
        assertThat(rows.leaving().sorted().size()).isEqualTo(1);
        assertThat(rows.duplicate()).isEqualTo(1);
        assertThat(rows.invalid()).isEqualTo(2);
    }

    @Test
    void events_taken_as_members_are_those_who_enter() {
        Events events = new Events(Rows.batch("0:a", "0:b<", "0:c?"), 1, 2, 3);
        EventsAsMembers members = new EventsAsMembers(events);

        assertThat(Rows.all(members)).containsExactly("0:a", "0:c?");
        members.close();
        assertThat(events.closed).isTrue();
    }

    @Test
    void each_row_of_an_export_is_counted_by_what_became_of_it() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        ReconciliationKey hashed =
                Declared.builder().field("email").wire(KeyForm.SHA256).build();
        ReceivedEvents received = new ReceivedEvents(merge, hashed, Rows.call());
        Export export = new Export(false, hashes("a", "a", "b<", "no good", "c?", "d", "d<", "e<", "e"));

        assertThat(received.take(export).get())
                .as("rows that say that somebody is in")
                .isEqualTo(2);

        EventTally tally = received.tally(Optional.empty());
        assertThat(tally.exports()).isEqualTo(1);
        assertThat(tally.read()).isEqualTo(9);
        assertThat(tally.realized()).isEqualTo(1);
        assertThat(tally.exited()).isEqualTo(3);
        assertThat(tally.stale()).isEqualTo(1);
        assertThat(tally.conflicting()).isEqualTo(2);
        assertThat(tally.invalid()).isEqualTo(2);
        assertThat(tally.balanced().isRight()).isTrue();
        assertThat(merge.state(Long.MIN_VALUE).members().size()).isEqualTo(1);
    }

    @Test
    void nobody_leaves_by_a_full_export_and_what_was_counted_before_is_added() {
        ReceivedEvents received = new ReceivedEvents(new EventMerge(EventState.EMPTY), PLAIN, Rows.call());
        EventTally.Builder earlier = EventTally.builder();
        earlier.exports(1).read(20).realized(3).exited(4);
        earlier.stale(5).conflicting(6).invalid(2);

        received.take(new Export(true, Rows.batch("0:a", "0:b<")));

        EventTally tally = received.tally(Optional.of(earlier.build()));
        assertThat(tally.exports()).isEqualTo(2);
        assertThat(tally.read()).isEqualTo(22);
        assertThat(tally.realized()).isEqualTo(4);
        assertThat(tally.exited()).isEqualTo(4);
        assertThat(tally.stale()).isEqualTo(5);
        assertThat(tally.conflicting()).isEqualTo(6);
        assertThat(tally.invalid()).isEqualTo(3);
    }

    @Test
    void people_are_counted_by_what_an_export_would_make_of_them() {
        PeopleCount people = PeopleCount.of(
                        Rows.source(
                                Rows.batch("1:a", "1:b", "2:", "3:no good", "4:a!"),
                                Rows.batch("4:", "5:no good", "5:e", "6:")),
                        PLAIN,
                        100)
                .get();

        assertThat(people.isAll()).isTrue();
        assertThat(people.read()).isEqualTo(6);
        assertThat(people.sound()).isEqualTo(2);
        assertThat(people.keyless()).isEqualTo(2);
        assertThat(people.invalid()).isEqualTo(1);
        assertThat(people.optedOut()).isEqualTo(1);
    }

    @Test
    void people_are_read_up_to_a_number_and_the_last_one_may_have_more_rows() {
        Rows.Given source = Rows.source(Rows.batch("1:a", "2:b", "3:c"), Rows.batch("4:d"));

        PeopleCount people = PeopleCount.of(source, PLAIN, 2).get();

        assertThat(people.isAll()).isFalse();
        assertThat(people.read()).isEqualTo(2);
        assertThat(source.asked()).isEqualTo(1);
        assertThat(PeopleCount.of(Rows.failing(GONE), PLAIN, 2).getLeft()).isSameAs(GONE);
    }

    /** Each letter as the hash that is made of it alone. */
    private static TextKeys hashes(String... letters) {
        return Rows.batch(Stream.of(letters)
                .map(letter -> "0:" + letter.substring(0, 1).repeat(64) + letter.substring(1))
                .toArray(String[]::new));
    }

    private static final class Events implements EventSource {
        private final Deque<MemberEvents> left = new ArrayDeque<>();
        private boolean closed;

        private Events(TextKeys rows, long... times) {
            left.add(new MemberEvents(rows, times));
        }

        @Override
        public Either<BridgeError, Option<MemberEvents>> next() {
            return Either.right(Option.of(left.poll()));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** All of its rows at its own time. */
    private record Export(boolean isFull, TextKeys rows) implements EventExport {
        @Override
        public String identity() {
            return "export";
        }

        @Override
        public Instant time() {
            return Instant.ofEpochSecond(1000);
        }

        @Override
        public List<String> files() {
            return List.of();
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public Either<BridgeError, EventSource> open() {
            long[] times = new long[rows.size()];
            Arrays.fill(times, MemberEvents.UNTIMED);
            return Either.right(new Events(rows, times));
        }
    }
}
