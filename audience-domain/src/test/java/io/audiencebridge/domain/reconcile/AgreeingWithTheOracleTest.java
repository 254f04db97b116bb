// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.SideBySide;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed reconciler gives what the plain one gives, whatever the data and however many hands work on it. */
class AgreeingWithTheOracleTest {
    private static final long BUDGET = 1L << 30;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void thousands_of_small_worlds(int hands) {
        for (long seed = 0; seed < 700; seed++) {
            var world = new SmallWorld(seed * 3 + hands);

            assertSame(seed, plain(world.task()), packed(THREADS, hands, seed, world.task()));
        }
    }

    @Test
    void an_executor_that_takes_nothing_leaves_it_to_the_caller() {
        Executor busy = helper -> {
            throw new RejectedExecutionException("busy");
        };
        Executor never = helper -> {};
        for (long seed = 0; seed < 100; seed++) {
            var world = new SmallWorld(seed);

            assertSame(seed, plain(world.task()), packed(busy, 3, seed, world.task()));
            assertSame(seed, plain(world.task()), packed(never, 3, seed, world.task()));
            assertSame(seed, plain(world.task()), packed(Runnable::run, 1, seed, world.task()));
        }
    }

    @Test
    void recipients_packed_beforehand_give_the_same() {
        for (long seed = 0; seed < 200; seed++) {
            var world = new SmallWorld(seed);

            assertSame(seed, plain(world.task()), packed(THREADS, 2, seed, world.packedTask()));
            assertSame(seed, plain(world.task()), plain(world.packedTask()));
        }
    }

    @Test
    void all_keys_equal() {
        assertAgrees(20_000, row -> visitor(7), row -> visitor(7), row -> row);
    }

    @Test
    void keys_in_order() {
        assertAgrees(20_000, row -> visitor(row), row -> visitor(2L * row), row -> row);
    }

    @Test
    void one_hot_key_among_many_and_clicks_that_repeat() {
        assertAgrees(20_000, row -> visitor(row % 100), row -> visitor(row % 3 == 0 ? 5 : row), row -> row % 50);
    }

    @Test
    void keys_that_share_their_first_or_last_digits() {
        assertAgrees(
                20_000,
                row -> "1234567890123456789" + "%019d".formatted(row),
                row -> "1234567890123456789" + "%019d".formatted(row * 2L),
                row -> row);
        assertAgrees(
                20_000,
                row -> "%019d".formatted(row) + "1234567890123456789",
                row -> "%019d".formatted(row) + "1234567890123456789",
                row -> row / 2);
    }

    /** Whoever knows the code, but not the seed, could fill one partition, and even one slot, of a hash without a seed. */
    @Test
    void keys_that_share_the_first_bits_of_a_hash_without_seed_are_spread_by_the_seed() {
        KeyHash known = new KeyHash(0);
        long[] crafted = LongStream.range(0, 40_000_000)
                .filter(number -> known.of(0, number) >>> 48 == 0x4711)
                .toArray();

        assertThat(crafted.length).isGreaterThan(400);
        assertThat(partitions(known, crafted)).isEqualTo(1);
        for (long seed = 1; seed < 20; seed++) {
            assertThat(partitions(new KeyHash(seed), crafted)).isGreaterThan(180);
        }
        assertAgrees(
                crafted.length, row -> visitor(crafted[row]), row -> visitor(crafted[row] + (row & 1)), row -> row);
    }

    @Test
    void keys_that_share_the_first_bits_of_what_they_are_packed_into_are_spread_by_the_seed() {
        long[] crafted = LongStream.range(0, 1000).toArray();

        assertThat(partitions(new KeyHash(4711), crafted)).isGreaterThan(230);
    }

    /** Even those who know the seed get the right counts, only later. */
    @Test
    void keys_that_all_fall_together_are_still_told_apart() {
        KeyHash known = new KeyHash(3);
        long[] crafted = LongStream.range(0, 40_000_000)
                .filter(number -> known.of(0, number) >>> 48 == 0x4711)
                .toArray();

        assertSame(3, plain(craftedTask(crafted)), packed(THREADS, 2, 3, craftedTask(crafted)));
    }

    @Test
    void a_filter_lets_every_key_pass_that_it_was_given_and_few_others() {
        KeyFilter filter = new KeyFilter(100_000);
        KeyHash hash = new KeyHash(5);
        long[] there = LongStream.range(0, 100_000).map(low -> hash.of(1, low)).toArray();
        long[] others = LongStream.range(0, 100_000).map(low -> hash.of(2, low)).toArray();
        LongStream.of(there).forEach(filter::add);
        int[] passing = new int[there.length];

        assertThat(filter.sift(there, there.length, passing)).isEqualTo(there.length);
        assertThat(filter.sift(others, others.length, passing)).isBetween(1, others.length / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789012345678901234567",
                "123456789012345678901234567890123456789",
                "1234567890123456789012345678901234567\u0000",
                "1234567890123456789012345678901234567\r",
                "1234567890123456789012345678901234567/",
                "1234567890123456789012345678901234567:",
                "/2345678901234567890123456789012345678",
                "123456:8901234567890123456789012345678",
                "12345678901234567890123456789012345 78",
                "\u0663234567890123456789012345678901234",
                "-2345678901234567890123456789012345678"
            })
    void what_is_no_visitor_id_is_invalid_to_both(String key) {
        assertAgrees(3, row -> key, row -> visitor(row), row -> row);
        assertThat(packed(THREADS, 2, 1, task(3, row -> key, row -> visitor(row), row -> row))
                        .tally()
                        .invalid())
                .isEqualTo(3);
    }

    @Test
    void the_largest_visitor_ids_are_told_apart() {
        assertAgrees(
                1000,
                row -> "9".repeat(35) + "%03d".formatted(row),
                row -> "9".repeat(35) + "%03d".formatted(row),
                row -> row);
    }

    @Test
    void more_members_than_there_is_room_for_are_refused_before_recipients_are_read() {
        MatchTask task = MatchTask.builder()
                .from(task(20_000, AgreeingWithTheOracleTest::visitor, AgreeingWithTheOracleTest::visitor, row -> row))
                .recipients(failing())
                .build();

        var refused = new PackedReconciler(THREADS, 2, 1, 400_000).match(task, call());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(refused.getLeft().message()).contains("10000", "out of core");
    }

    @Test
    void more_members_expected_than_there_is_room_for_are_refused_before_one_is_read() {
        MatchTask task = MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(failing())
                .recipients(failing())
                .expectedMembers(10_001)
                .build();

        var refused = new PackedReconciler(THREADS, 2, 1, 400_000).match(task, call());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.getLeft().message()).contains("10001", "10000", "audience-adapter-engine-duckdb");
    }

    @Test
    void proof_tells_keys_apart_whose_packed_forms_are_the_same() {
        for (long seed = 0; seed < 60; seed++) {
            var world = new SmallWorld(seed);
            MatchTask asked = MatchTask.builder().from(world.task()).proof(true).build();

            boolean withLoss = asked.keptMembers().size() > 0 || !(asked.key() instanceof ReconciliationKey.Visitor);
            if (withLoss) {
                assertSame(
                        seed, plain(world.task()), weak().match(asked, call()).get());
            }
        }
    }

    @Test
    void without_proof_packed_forms_that_are_the_same_are_taken_for_the_same_key() {
        MatchTask task = task(100, AgreeingWithTheOracleTest::visitor, AgreeingWithTheOracleTest::visitor, row -> row);

        assertThat(weak().match(task, call()).get().tally().duplicate()).isEqualTo(92);
    }

    @Test
    void several_sources_side_by_side_give_what_one_gives() {
        IntFunction<String> key = row -> visitor(row * 7L % 30_011);
        List<KeySource> members = new ArrayList<>();
        List<KeySource> recipients = new ArrayList<>();
        for (int part = 0; part < 7; part++) {
            int first = part * 5000;
            members.add(source(5000, row -> key.apply(first + row), row -> 0));
            recipients.add(source(5000, row -> key.apply(2 * (first + row)), row -> -first - row));
        }
        MatchTask whole = MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(source(35_000, key, row -> 0))
                .recipients(source(35_000, row -> key.apply(2 * row), row -> -row))
                .build();
        MatchTask parts = MatchTask.builder()
                .from(whole)
                .members(new SideBySide(Vector.ofAll(members)))
                .recipients(new SideBySide(Vector.ofAll(recipients)))
                .build();

        assertSame(1, plain(whole), packed(THREADS, 4, 1, parts));
    }

    @Test
    void recipients_of_every_size_of_number_enter_in_order() {
        for (int hands = 1; hands < 4; hands++) {
            IntFunction<Integer> recipient = row -> row % 3 == 0 ? Integer.MIN_VALUE + row : row * 37 % 50_021 - 20_000;
            MatchTask task =
                    task(60_000, AgreeingWithTheOracleTest::visitor, AgreeingWithTheOracleTest::visitor, recipient);
            MatchTask again =
                    task(60_000, AgreeingWithTheOracleTest::visitor, AgreeingWithTheOracleTest::visitor, recipient);

            assertSame(hands, plain(task), packed(THREADS, hands, 5, again));
        }
    }

    @Test
    void a_source_that_fails_ends_the_match_and_no_helper_stays() {
        MatchTask task = MatchTask.builder()
                .from(task(10, AgreeingWithTheOracleTest::visitor, AgreeingWithTheOracleTest::visitor, row -> row))
                .recipients(failing())
                .build();

        assertThat(new PackedReconciler(THREADS, 3, 1, BUDGET)
                        .match(task, call())
                        .getLeft()
                        .message())
                .isEqualTo("gone");
    }

    @Test
    void a_helper_that_fails_fails_the_call() {
        Crew crew = new Crew(THREADS, 3);
        List<TextKeys> batches = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            batches.add(new TextKeysBuilder().build());
        }
        BatchWorker breaking = batch -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() ->
                        crew.drain(SmallWorld.source(batches), call(), "x", List.of(breaking, breaking, breaking)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private static MatchTask craftedTask(long[] keys) {
        return task(keys.length, row -> visitor(keys[row]), row -> visitor(keys[row] + (row & 1)), row -> row);
    }

    private static long partitions(KeyHash hash, long[] lows) {
        return LongStream.of(lows)
                .mapToInt(low -> MemberTables.partition(hash.of(0, low)))
                .distinct()
                .count();
    }

    /** Packs into three bits. */
    private static PackedReconciler weak() {
        return new PackedReconciler(THREADS, 2, 1, BUDGET, packer -> new KeyPacker() {
            @Override
            public boolean pack(byte[] text, int from, int to) {
                return packer.pack(text, from, to) && packed(0, packer.low() & 7);
            }
        });
    }

    private static void assertAgrees(
            int rows, IntFunction<String> member, IntFunction<String> recipientKey, IntFunction<Integer> recipient) {
        assertSame(
                rows,
                plain(task(rows, member, recipientKey, recipient)),
                packed(THREADS, 3, rows, task(rows, member, recipientKey, recipient)));
    }

    private static void assertSame(long seed, Matching expected, Matching actual) {
        assertThat(actual.tally()).as("seed %s", seed).isEqualTo(expected.tally());
        assertThat(ids(actual.recipients())).as("seed %s", seed).isEqualTo(ids(expected.recipients()));
    }

    private static Matching plain(MatchTask task) {
        return new PlainReconciler().match(task, call()).get();
    }

    private static Matching packed(Executor executor, int hands, long seed, MatchTask task) {
        return new PackedReconciler(executor, hands, seed, BUDGET)
                .match(task, call())
                .get();
    }

    private static MatchTask task(
            int rows, IntFunction<String> member, IntFunction<String> recipientKey, IntFunction<Integer> recipient) {
        return MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(source(rows, member, row -> 0))
                .recipients(source(rows, recipientKey, recipient))
                .build();
    }

    private static KeySource source(int rows, IntFunction<String> key, IntFunction<Integer> recipient) {
        List<TextKeys> batches = new ArrayList<>();
        var builder = new TextKeysBuilder();
        for (int row = 0; row < rows; row++) {
            byte[] text = key.apply(row).getBytes(StandardCharsets.UTF_8);
            builder.recipient(0, recipient.apply(row)).key(text, 0, text.length, (byte) 0);
            if (builder.size() == 1000) {
                batches.add(builder.build());
            }
        }
        batches.add(builder.build());
        return SmallWorld.source(batches);
    }

    private static KeySource failing() {
        return new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return Either.left(BridgeError.LocalFailure.of("gone"));
            }

            @Override
            public void close() {}
        };
    }

    private static String visitor(long number) {
        return "%038d".formatted(number);
    }

    private static List<String> ids(IdSet ids) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            all.add(ids.high(i) + ":" + ids.low(i));
        }
        return all;
    }

    private static Call call() {
        return Call.within("test", Duration.ofMinutes(5), System::nanoTime, Progress.SILENT);
    }
}
