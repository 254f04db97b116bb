// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a difference gets into a list: row by row, additions first, or as one file that is loaded once. */
class ChangingAListTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef LIST = new AudienceRef(CRM, "42");
    private static final ImportRequest REQUEST = ImportRequest.builder()
            .audience(new AudienceRef(new ConnectionName("cloud"), "7"))
            .into(CRM)
            .list("Gold")
            .dataSource(DataSource.visitor(14016))
            .build();
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");

    private final List<String> sent = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final Loader loader = new Loader();
    private final Writer writer = new Writer();

    @Test
    void who_is_wanted_and_not_there_enters_and_who_is_there_and_not_wanted_leaves() {
        ListChange change = change(writer);

        RunRecord known =
                change.between(ids(1, 2), ids(2, 3, 4), LIST, record(Map.of())).get();

        assertThat(texts(change.entering())).containsExactly(3L, 4L);
        assertThat(texts(change.leaving())).containsExactly(1L);
        assertThat(known.facts()).isEqualTo(Map.of("list.id", "42", "load", "false"));
        assertThat(ListChange.isByRows(known)).isTrue();
        assertThat(ListChange.isByLoad(known)).isFalse();
    }

    @Test
    void rows_are_added_then_removed_each_in_an_order_of_its_own() {
        ListChange change = change(writer);
        RunRecord known =
                change.between(ids(1), ids(2, 3), LIST, record(Map.of())).get();

        assertThat(change.add(known).get()).isEqualTo(new StepOutcome.Done(known));
        assertThat(change.remove(known).get()).isEqualTo(new StepOutcome.Done(known));

        assertThat(sent)
                .containsExactly(
                        "ADD crm/42 2026-11-26T00:00:00Z", "2:", "3:", "REMOVE crm/42 2026-11-26T00:00:00Z", "1:");
        assertThat(steps).containsExactly("finish", "finish");
    }

    @Test
    void nothing_is_opened_for_nobody() {
        ListChange change = change(writer);
        RunRecord known = change.between(ids(1), ids(1), LIST, record(Map.of())).get();

        assertThat(change.add(known).isRight()).isTrue();
        assertThat(change.remove(known).isRight()).isTrue();

        assertThat(sent).isEmpty();
        assertThat(steps).isEmpty();
    }

    @Test
    void a_write_that_fails_is_aborted() {
        writer.accepted = Either.left(GONE);
        ListChange change = change(writer);
        RunRecord known = change.between(ids(1), ids(2), LIST, record(Map.of())).get();

        assertThat(change.add(known).getLeft()).isSameAs(GONE);

        assertThat(steps).containsExactly("abort");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void the_loader_says_from_how_many_on_it_takes_a_difference_and_never_an_empty_one(int entering) {
        IdSetBuilder wanted = new IdSetBuilder();
        for (int i = 0; i < entering; i++) {
            wanted.add(0, 10 + i);
        }
        loader.least = 2;

        RunRecord known = change(loader)
                .between(IdSet.EMPTY, wanted.build(), LIST, record(Map.of()))
                .get();

        assertThat(ListChange.isByLoad(known)).isEqualTo(entering >= 2);
        loader.least = 0;
        assertThat(ListChange.isByLoad(change(loader)
                        .between(ids(1), ids(1), LIST, record(Map.of()))
                        .get()))
                .isFalse();
    }

    @Test
    void a_load_is_handed_over_once_with_leavers_marked_and_then_looked_at() {
        ListChange change = change(loader);
        RunRecord known = change.between(ids(1), ids(2), LIST, record(Map.of())).get();
        loader.states = new ArrayList<>(List.of(new LoadState.NotBegun(), new LoadState.Loaded()));

        assertThat(change.load(known).get()).isEqualTo(new StepOutcome.Done(known));

        assertThat(sent).containsExactly("load run-1 crm/42", "2:", "1:<");
        assertThat(steps).containsExactly("finish");
    }

    @Test
    void a_load_that_was_handed_over_before_is_only_waited_for() {
        Waiting waiting = new Waiting(Stores.NOW.plusSeconds(60), "the workflow loads it");
        loader.states = new ArrayList<>(List.of(new LoadState.Pending(waiting)));
        RunRecord known = record(Map.of("list.id", "42", "load", "true"));

        assertThat(change(loader).load(known).get())
                .isEqualTo(new StepOutcome.Wait(known, RunState.AWAITING_WORKFLOW, waiting));

        assertThat(sent).isEmpty();
    }

    @Test
    void a_file_that_was_handed_over_and_cannot_be_found_is_an_open_outcome() {
        loader.states = new ArrayList<>(List.of(new LoadState.NotBegun(), new LoadState.NotBegun()));
        RunRecord known = record(Map.of("list.id", "42", "load", "true"));

        BridgeError error = change(loader).load(known).getLeft();

        assertThat(error).isInstanceOf(BridgeError.OutcomeUnknown.class);
        assertThat(error.message())
                .isEqualTo("The file of members was handed over and cannot be found; resume the run");
    }

    @Test
    void a_load_that_fails_is_aborted_and_not_finished() {
        loader.accepted = Either.left(GONE);
        ListChange change = change(loader);
        RunRecord known = change.between(ids(1), ids(2), LIST, record(Map.of())).get();

        assertThat(change.load(known).getLeft()).isSameAs(GONE);

        assertThat(steps).containsExactly("abort");
    }

    @Test
    void what_was_handed_over_must_not_be_worked_out_again() {
        RunRecord byLoad = record(Map.of("list.id", "42", "load", "true"));
        loader.states = new ArrayList<>(List.of(new LoadState.NotBegun(), new LoadState.Loaded()));

        assertThat(change(loader).isHandedOver(byLoad).get()).isFalse();
        assertThat(change(loader).isHandedOver(byLoad).get()).isTrue();
        assertThat(change(loader).isHandedOver(record(Map.of())).get())
                .as("row by row there is nothing to look for")
                .isFalse();
    }

    @Test
    void the_file_of_a_load_is_discarded_and_of_rows_there_is_none() {
        assertThat(change(loader)
                        .discard(record(Map.of("list.id", "42", "load", "true")))
                        .get())
                .isTrue();
        assertThat(change(loader).discard(record(Map.of("list.id", "42"))).get())
                .isFalse();
        assertThat(change(writer)
                        .discard(record(Map.of("list.id", "42", "load", "true")))
                        .get())
                .isFalse();
        assertThat(loader.discarded).containsExactly(new LoadOrder(new RunId("run-1"), LIST));
    }

    private static ListChange change(Object ability) {
        return new ListChange(REQUEST, new Connectors(HashMap.of(CRM, Stores.offering(ability))), Rows.call());
    }

    private static IdSet ids(long... ids) {
        IdSetBuilder set = new IdSetBuilder();
        for (long id : ids) {
            set.add(0, id);
        }
        return set.build();
    }

    private static List<Long> texts(IdSet ids) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            all.add(ids.low(i));
        }
        return all;
    }

    private static RunRecord record(Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.TRANSFERRING)
                .started(Stores.NOW.plusMillis(700))
                .updated(Stores.NOW)
                .facts(facts)
                .build();
    }

    private final class Writer implements MemberWriter {
        private Either<BridgeError, Integer> accepted = Either.right(0);

        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            return Either.right(PreparedAudience.of(LIST));
        }

        @Override
        public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
            return Either.right(wanted);
        }

        @Override
        public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
            sent.add(order.change() + " " + order.audience() + " " + order.stamp());
            return Either.right(new Sink(accepted));
        }
    }

    private final class Loader implements MemberLoader {
        private final List<LoadOrder> discarded = new ArrayList<>();
        private List<LoadState> states = new ArrayList<>(List.of(new LoadState.NotBegun(), new LoadState.Loaded()));
        private Either<BridgeError, Integer> accepted = Either.right(0);
        private long least;

        @Override
        public boolean takes(long members) {
            return members >= least;
        }

        @Override
        public Either<BridgeError, KeySink<WriteSummary>> open(LoadOrder order, Call call) {
            sent.add("load " + order.run() + " " + order.list());
            return Either.right(new Sink(accepted));
        }

        @Override
        public Either<BridgeError, LoadState> look(LoadOrder order, Call call) {
            return Either.right(states.remove(0));
        }

        @Override
        public Either<BridgeError, Boolean> discard(LoadOrder order, Call call) {
            discarded.add(order);
            return Either.right(true);
        }
    }

    private final class Sink implements KeySink<WriteSummary> {
        private final Either<BridgeError, Integer> accepted;

        private Sink(Either<BridgeError, Integer> accepted) {
            this.accepted = accepted;
        }

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            if (accepted.isRight()) {
                sent.addAll(Rows.texts(batch));
            }
            return accepted;
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            steps.add("finish");
            return Either.right(new WriteSummary(0, Vector.empty()));
        }

        @Override
        public void abort() {
            steps.add("abort");
        }
    }
}
