// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The loops that send rows: what is opened when, what is aborted, and what is given back. */
class SendingRowsTest {
    private static final ReconciliationKey PLAIN =
            Declared.builder().field("declaredId").build();
    private static final ReconciliationKey HASHED =
            Declared.builder().field("declaredId").wire(KeyForm.SHA256).build();
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");
    private static final WriteOrder ORDER = WriteOrder.builder()
            .audience(new AudienceRef(new ConnectionName("cloud"), "7"))
            .dataSource(DataSource.visitor(1))
            .change(WriteOrder.Change.ADD)
            .stamp(Stores.NOW)
            .build();

    private final List<String> told = new ArrayList<>();

    @Test
    void a_sink_is_opened_at_its_first_row_and_once() {
        LazySink sink = new LazySink(writer(), ORDER, Rows.call());
        sink.accept(Rows.batch());
        assertThat(told).isEmpty();

        assertThat(sink.accept(Rows.batch("1:a")).get()).isEqualTo(1);
        sink.accept(Rows.batch("2:b"));
        assertThat(sink.finish().get()).isEqualTo(new WriteSummary(2, Vector.of("a.sync.gz")));
        sink.abort();

        assertThat(told).containsExactly("open", "[1:a]", "[2:b]", "finish", "abort");
    }

    @Test
    void a_sink_of_no_row_writes_no_file_and_has_nothing_to_abort() {
        LazySink sink = new LazySink(writer(), ORDER, Rows.call());
        sink.abort();

        assertThat(sink.finish().get()).isEqualTo(new WriteSummary(0, Vector.empty()));
        assertThat(told).isEmpty();
    }

    @Test
    void a_sink_that_cannot_be_opened_says_why() {
        MemberWriter closed = new Writing() {
            @Override
            public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
                return Either.left(GONE);
            }
        };

        assertThat(new LazySink(closed, ORDER, Rows.call())
                        .accept(Rows.batch("1:a"))
                        .getLeft())
                .isSameAs(GONE);
    }

    @Test
    void a_source_is_closed_whether_it_ends_fails_or_its_rows_are_refused() {
        Rows.Given whole = Rows.source(Rows.batch("1:a"), Rows.batch("2:b"));
        Rows.Given broken = Rows.failing(GONE, Rows.batch("1:a"));
        Rows.Given refused = Rows.source(Rows.batch("1:a"), Rows.batch("2:b"));
        Rows.Given late = Rows.source(Rows.batch("1:a"));
        Call over = Rows.call();
        over.cancel();

        assertThat(Sending.drain(whole, Rows.call(), batch -> Either.right(0)).get())
                .isTrue();
        assertThat(Sending.drain(broken, Rows.call(), batch -> Either.right(0)).getLeft())
                .isSameAs(GONE);
        assertThat(Sending.drain(refused, Rows.call(), batch -> Either.left(GONE))
                        .getLeft())
                .isSameAs(GONE);
        assertThat(Sending.drain(late, over, batch -> Either.right(0)).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);

        assertThat(List.of(whole.closed(), broken.closed(), refused.closed(), late.closed()))
                .containsOnly(1);
        assertThat(List.of(whole.asked(), refused.asked(), late.asked())).containsExactly(3, 1, 0);
    }

    @Test
    void fingerprints_are_those_of_valid_keys_in_wire_form() {
        IdHashSet found = Sending.fingerprints(
                        Rows.source(Rows.batch("1:a", "2:", "3:a"), Rows.batch("4:b")), HASHED, Rows.call())
                .get();

        IdSet expected = Rows.fingerprints(
                "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d");
        assertThat(found.sorted().size()).isEqualTo(2);
        assertThat(found.sorted().minus(expected).size()).isZero();
        assertThat(Sending.fingerprints(Rows.source(Rows.batch("1:no good")), PLAIN, Rows.call())
                        .get()
                        .size())
                .isZero();
    }

    @Test
    void recipients_are_read_each_once_and_sent_as_rows_without_keys() {
        IdSet read = Sending.recipients(Rows.source(Rows.batch("2:a", "1:", "2:b")), Rows.call())
                .get();
        List<TextKeys> sent = new ArrayList<>();

        Sending.recipients(read, sink(sent), TextKeys.LEAVING, "removing", Rows.call());

        assertThat(read.size()).isEqualTo(2);
        assertThat(sent).hasSize(1);
        assertThat(Rows.texts(sent.get(0))).containsExactly("1:<", "2:<");
        assertThat(sent.get(0).has(0, TextKeys.KEYLESS)).isTrue();
    }

    @Test
    void many_recipients_go_batch_by_batch_with_progress_and_none_after_the_call_is_over() {
        IdSetBuilder many = new IdSetBuilder();
        for (int i = 0; i < TextKeysBuilder.USUAL_ROWS + 1; i++) {
            many.add(0, i);
        }
        List<TextKeys> sent = new ArrayList<>();
        List<String> progress = new ArrayList<>();
        Call call = Rows.call((step, done, total) -> progress.add(step + " " + done + " of " + total));

        Sending.recipients(many.build(), sink(sent), (byte) 0, "adding", call);
        assertThat(sent).extracting(TextKeys::size).containsExactly(TextKeysBuilder.USUAL_ROWS, 1);
        assertThat(progress).containsExactly("adding 8192 of 8193");

        call.cancel();
        assertThat(Sending.recipients(many.build(), sink(sent), (byte) 0, "adding", call)
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void batches_are_worked_at_one_behind_and_given_back_afterwards() {
        List<Runnable> hands = new ArrayList<>();
        KeysAhead ahead = new KeysAhead(PLAIN, hands::add, (batch, keys) -> {
            told.add(Rows.texts(batch) + " " + keys.isValid(0));
            return Either.right(batch.size());
        });

        assertThat(ahead.finish().get()).isZero();
        assertThat(ahead.take(given("1:a")).get()).isZero();
        assertThat(told).isEmpty();
        assertThat(ahead.take(given("2:no good", "3:b")).get()).isEqualTo(1);
        assertThat(ahead.finish().get()).isEqualTo(2);
        assertThat(ahead.finish().get()).isZero();

        assertThat(hands).hasSize(2);
        assertThat(told).containsExactly("[1:a] true", "back 1", "[2:no good, 3:b] false", "back 2");
    }

    @Test
    void keys_are_made_by_a_hand_or_by_whoever_needs_them_if_all_are_busy() {
        for (Executor executor : List.<Executor>of(Runnable::run, work -> {
            throw new RejectedExecutionException("busy");
        })) {
            List<String> keys = new ArrayList<>();
            KeysAhead ahead = new KeysAhead(HASHED, executor, (batch, made) -> {
                TextKeysBuilder rows = new TextKeysBuilder();
                made.copy(0, rows);
                keys.addAll(Rows.texts(rows.build()));
                IdSet expected = Rows.fingerprints(keys.get(keys.size() - 1).substring(2));
                assertThat(made.high(0)).isEqualTo(expected.high(0));
                assertThat(made.low(0)).isEqualTo(expected.low(0));
                assertThat(made.highs()[0]).isEqualTo(expected.high(0));
                return Either.right(0);
            });
            ahead.take(Rows.batch("1:a"));
            ahead.take(Rows.batch("1:b"));
            ahead.finish();

            assertThat(keys)
                    .containsExactly(
                            "0:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                            "0:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d");
        }
    }

    @Test
    void long_keys_and_larger_batches_than_before_find_room() {
        WireKeys keys = new WireKeys(PLAIN);
        String large = "x".repeat(200);
        keys.give(Rows.batch("1:a"));
        keys.made();
        keys.give(Rows.batch("1:" + large, "2:" + large, "3:", "4:b"));
        keys.run();
        keys.made();

        TextKeysBuilder rows = new TextKeysBuilder();
        keys.copy(0, rows);
        keys.copy(1, rows);
        keys.copy(3, rows);

        assertThat(Rows.texts(rows.build())).containsExactly("0:" + large, "0:" + large, "0:b");
        assertThat(keys.isValid(2)).isFalse();
    }

    private TextKeys given(String... rows) {
        TextKeys batch = Rows.batch(rows);
        long[] lows = new long[batch.size()];
        int[] offsets = new int[batch.size() + 1];
        for (int row = 0; row < batch.size(); row++) {
            lows[row] = batch.recipientLow(row);
            offsets[row + 1] = batch.end(row);
        }
        return TextKeys.over(
                batch.size(),
                new long[0],
                lows,
                offsets,
                batch.text(),
                new byte[batch.size()],
                back -> told.add("back " + back.size()));
    }

    private static KeySink<WriteSummary> sink(List<TextKeys> sent) {
        return new Sink(new ArrayList<>()) {
            @Override
            public Either<BridgeError, Integer> accept(TextKeys batch) {
                sent.add(batch);
                return Either.right(batch.size());
            }
        };
    }

    private MemberWriter writer() {
        return new Writing() {
            @Override
            public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
                told.add("open");
                return Either.right(new Sink(told));
            }
        };
    }

    private abstract static class Writing implements MemberWriter {
        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            return Either.left(GONE);
        }

        @Override
        public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
            return Either.right(wanted);
        }
    }

    private static class Sink implements KeySink<WriteSummary> {
        private final List<String> told;
        private final Deque<Integer> rows = new ArrayDeque<>();

        Sink(List<String> told) {
            this.told = told;
        }

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            told.add(Rows.texts(batch).toString());
            rows.add(batch.size());
            return Either.right(batch.size());
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            told.add("finish");
            return Either.right(
                    new WriteSummary(rows.stream().mapToInt(Integer::intValue).sum(), Vector.of("a.sync.gz")));
        }

        @Override
        public void abort() {
            told.add("abort");
        }
    }
}
