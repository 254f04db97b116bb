// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ReconciliationEngine} does: exactly what {@link PlainReconciler} does. The test of an engine extends this class and opens an engine for each test. */
@ContractOf(
        value = ReconciliationEngine.class,
        semantics = {"S2", "S3", "S4"})
@Tag("engine")
public abstract class ReconciliationEngineContract {
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");
    private static final int AT_ONCE = 3;
    private static final int FILES = 5;

    private ReconciliationEngine engine;

    /** For subclasses. */
    protected ReconciliationEngineContract() {}

    /** An engine. */
    protected abstract ReconciliationEngine open() throws Exception;

    /** How many small worlds it is tried on; 400 unless a subclass says otherwise. */
    protected int worlds() {
        return 400;
    }

    /** How many small worlds it is tried on side by side, a dozen tasks in all; 2,400 unless a subclass says otherwise. */
    protected int sideBySide() {
        return 2400;
    }

    /** Rows of each side in the cases against hashing and sorting; 20,000 unless a subclass says otherwise. */
    protected int rows() {
        return 20_000;
    }

    @BeforeEach
    void openEngine() throws Exception {
        engine = Lens.on(open());
    }

    @Rule("R62.1")
    @Test
    void it_gives_what_the_plain_reconciler_gives_in_hundreds_of_small_worlds() {
        for (long seed = 0; seed < worlds(); seed++) {
            var world = new EngineWorld(seed);

            assertSame("world " + seed, plain(world.task()), matched(world.task()));
        }
    }

    @Rule("R62.18")
    @Test
    void it_gives_what_the_plain_reconciler_gives_in_thousands_of_small_worlds_side_by_side() {
        int number = sideBySide() / (EngineWorld.KINDS.size() * AmbiguityPolicy.values().length);
        int tasks = 0;
        for (ReconciliationKey key : EngineWorld.KINDS) {
            for (AmbiguityPolicy policy : AmbiguityPolicy.values()) {
                var worlds = new ManyWorlds(1000L * tasks, number, key, policy, tasks % 2 == 1, tasks % 3 == 1);

                assertSame("worlds of task " + tasks++, worlds.plain(), matched(worlds.task()));
            }
        }
    }

    @Rule("R62.2")
    @Test
    void nobody_and_nobody_match_nobody() {
        var matching = matched(
                task(0, ReconciliationEngineContract::visitor, ReconciliationEngineContract::visitor, row -> row));

        assertThat(matching.tally().read()).isZero();
        assertThat(matching.recipients().size()).isZero();
    }

    @Rule("R62.3")
    @Test
    void all_keys_equal() {
        assertAgrees(rows(), row -> visitor(7), row -> visitor(7), row -> row);
    }

    @Rule("R62.4")
    @Test
    void keys_in_order() {
        assertAgrees(rows(), ReconciliationEngineContract::visitor, row -> visitor(2L * row), row -> row);
    }

    @Rule("R62.5")
    @Test
    void one_hot_key_among_many_and_clicks_that_repeat() {
        assertAgrees(rows(), row -> visitor(row % 100), row -> visitor(row % 3 == 0 ? 5 : row), row -> row % 50);
    }

    @Rule("R62.6")
    @Test
    void keys_that_share_their_first_or_their_last_digits() {
        String half = "1234567890123456789";
        assertAgrees(rows(), row -> half + half(row), row -> half + half(row * 2L), row -> row);
        assertAgrees(rows(), row -> half(row) + half, row -> half(row) + half, row -> row / 2);
    }

    @Rule("R62.7")
    @Test
    void the_largest_visitor_ids_are_told_apart() {
        IntFunction<String> largest = row -> "9".repeat(35) + "%03d".formatted(row);

        assertAgrees(1000, largest, largest, row -> row);
    }

    @Rule("R62.8")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789012345678901234567",
                "123456789012345678901234567890123456789",
                "1234567890123456789012345678901234567\u0000",
                "1234567890123456789012345678901234567\r",
                "1234567890123456789012345678901234567/",
                "-2345678901234567890123456789012345678",
                "\u0663234567890123456789012345678901234",
                ""
            })
    void what_is_no_visitor_id_is_invalid(String key) {
        assertAgrees(3, row -> key, ReconciliationEngineContract::visitor, row -> row);
        assertThat(matched(task(3, row -> key, row -> key, row -> row)).tally().invalid())
                .isEqualTo(3);
    }

    @Rule("R62.9")
    @ParameterizedTest
    @EnumSource
    void ids_of_128_bits_are_told_apart_and_come_in_their_order(AmbiguityPolicy policy) {
        long[][] ids = {{0, 5}, {-1, -5}, {0, Long.MIN_VALUE}, {7, -1}, {7, 1}, {Long.MIN_VALUE, 0}, {-1, 5}};

        assertSame(policy.name(), plain(shared(ids, policy)), matched(shared(ids, policy)));
    }

    @Rule("R62.10")
    @Test
    void a_source_that_fails_ends_the_match_with_its_error() {
        MatchTask whole =
                task(10, ReconciliationEngineContract::visitor, ReconciliationEngineContract::visitor, row -> row);

        assertThat(engine.match(
                                MatchTask.builder()
                                        .from(whole)
                                        .members(RowSource.failing(GONE))
                                        .build(),
                                Calls.ample())
                        .getLeft())
                .isEqualTo(GONE);
        assertThat(engine.match(
                                MatchTask.builder()
                                        .from(whole)
                                        .recipients(RowSource.failing(GONE))
                                        .build(),
                                Calls.ample())
                        .getLeft())
                .isEqualTo(GONE);
    }

    @Rule("R62.11")
    @Test
    void a_call_that_was_cancelled_or_is_overdue_matches_nothing() {
        assertThat(engine.match(new EngineWorld(1).task(), Calls.cancelled()).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(engine.match(new EngineWorld(1).task(), Calls.overdue()).getLeft())
                .isInstanceOf(BridgeError.DeadlineExceeded.class);
    }

    @Rule("R62.12")
    @Test
    void a_call_that_is_cancelled_while_recipients_are_read_ends() {
        Call call = Calls.ample();
        KeySource recipients = RowSource.cancelling(call);
        MatchTask task = MatchTask.builder()
                .from(task(
                        10, ReconciliationEngineContract::visitor, ReconciliationEngineContract::visitor, row -> row))
                .recipients(recipients)
                .build();

        assertThat(engine.match(task, call).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Rule("R62.13")
    @Test
    void sources_have_one_reader_at_a_time_and_are_left_open() {
        RowSource members = RowSource.of(rows(), ReconciliationEngineContract::visitor, row -> row);
        RowSource recipients = RowSource.of(rows(), ReconciliationEngineContract::visitor, row -> row);

        matched(MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(members)
                .recipients(recipients)
                .build());

        assertThat(members.isClosed() || recipients.isClosed()).isFalse();
        assertThat(members.wasCrowded() || recipients.wasCrowded()).isFalse();
    }

    @Rule("R62.14")
    @Test
    void several_calls_at_once_do_not_mix() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Matching>> calls = new ArrayList<>();
            for (long seed = 0; seed < 4 * AT_ONCE; seed++) {
                var world = new EngineWorld(seed);
                calls.add(callers.submit(() -> matched(world.task())));
            }
            for (int seed = 0; seed < calls.size(); seed++) {
                assertSame(
                        "world " + seed,
                        plain(new EngineWorld(seed).task()),
                        calls.get(seed).get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Rule("R62.15")
    @Test
    void proof_is_given_or_refused_but_never_passed_over() {
        for (long seed = 0; seed < 12; seed++) {
            var world = new EngineWorld(seed);
            MatchTask task = MatchTask.builder().from(world.task()).proof(true).build();

            Either<BridgeError, Matching> answer = engine.match(task, Calls.ample());

            if (answer.isRight()) {
                assertThat(task.packedRecipients() && task.key() instanceof ReconciliationKey.Declared)
                        .as("whole keys are needed, and there are none")
                        .isFalse();
                assertSame("world " + seed, plain(world.task()), answer.get());
            } else {
                assertThat(answer.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            }
        }
    }

    @Rule("R62.17")
    @Test
    void a_ledgers_fingerprints_come_as_recipients_whose_keys_a_list_has() {
        for (long seed = 0; seed < Math.min(20, worlds() / 4); seed++) {
            var world = new LedgerWorld(seed);

            Matching matching = matched(world.task());

            assertThat(ids(matching.recipients())).as("seed %s", seed).isEqualTo(ids(world.known()));
            assertThat(matching.tally().matched()).isEqualTo(world.known().size());
        }
    }

    @Rule("R62.19")
    @Test
    void files_side_by_side_that_repeat_each_others_rows_are_one() {
        Matching matching = matched(files());

        assertSame("files", plain(files()), matching);
        assertThat(matching.tally().duplicate()).isEqualTo((FILES - 1) * 1000L);
        assertThat(matching.tally().ambiguous()).isEqualTo(500);
    }

    /** Not part of a build: {@code -Dlarge.members=10000000 -Dlarge.recipients=20000000 -Dtests.heap=4g}. Prints times and the most memory that the process took. */
    @Rule("R62.16")
    @Test
    @EnabledIfSystemProperty(named = "large.members", matches = "[0-9]+")
    void it_gives_what_the_engine_in_memory_gives_of_many_rows() throws Exception {
        long members = Long.getLong("large.members");
        long recipients = Long.getLong("large.recipients", 2 * members);
        Call call = Call.within("large", Duration.ofHours(2), System::nanoTime, Progress.SILENT);

        Timed theirs = Timed.of(() -> engine.match(ManyRows.task(members, recipients), call));
        Timed inMemory = Timed.of(() -> new PackedReconciler(
                        Runnable::run, 1, 1, Runtime.getRuntime().maxMemory())
                .match(ManyRows.task(members, recipients), call));

        System.out.printf(
                "%,d members, %,d recipients: %s; this engine %s, in memory on one thread %s%n",
                members, recipients, theirs.matching().tally(), theirs, inMemory);
        assertThat(theirs.matching().tally()).isEqualTo(inMemory.matching().tally());
        assertThat(theirs.matching()
                        .recipients()
                        .minus(inMemory.matching().recipients())
                        .size())
                .isZero();
        assertThat(theirs.matching().recipients().size())
                .isEqualTo(inMemory.matching().recipients().size());
    }

    private void assertAgrees(
            int rows, IntFunction<String> member, IntFunction<String> recipientKey, IntToLongFunction recipient) {
        assertSame(
                rows + " rows",
                plain(task(rows, member, recipientKey, recipient)),
                matched(task(rows, member, recipientKey, recipient)));
    }

    private Matching matched(MatchTask task) {
        return engine.match(task, Calls.ample()).getOrElseThrow(error -> new AssertionError(error.message()));
    }

    private static Matching plain(MatchTask task) {
        return new PlainReconciler().match(task, Calls.ample()).get();
    }

    private static void assertSame(String what, Matching expected, Matching actual) {
        assertThat(actual.tally()).as(what).isEqualTo(expected.tally());
        assertThat(actual.tally().balanced().isRight()).as(what).isTrue();
        assertThat(ids(actual.recipients())).as(what).isEqualTo(ids(expected.recipients()));
    }

    private static MatchTask task(
            int rows, IntFunction<String> member, IntFunction<String> recipientKey, IntToLongFunction recipient) {
        return MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(RowSource.of(rows, member, row -> 0))
                .recipients(RowSource.of(rows, recipientKey, recipient))
                .build();
    }

    /** The same members in each; each recipient's key is another's in the next. */
    private static MatchTask files() {
        return MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(RowSource.files(FILES, file -> RowSource.of(1000, row -> visitor(row), row -> 0)))
                .recipients(RowSource.files(
                        FILES, file -> RowSource.of(1000, row -> visitor(2L * row), row -> row + file)))
                .build();
    }

    /** One key that recipients of all {@code ids} have. */
    private static MatchTask shared(long[][] ids, AmbiguityPolicy policy) {
        var builder = new TextKeysBuilder();
        byte[] key = visitor(1).getBytes(StandardCharsets.UTF_8);
        for (long[] id : ids) {
            builder.recipient(id[0], id[1]).key(key, 0, key.length, (byte) 0);
        }
        return MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(RowSource.of(1, row -> visitor(1), row -> 0))
                .recipients(new RowSource(List.of(builder.build())))
                .ambiguity(policy)
                .build();
    }

    private static String visitor(long number) {
        return "%038d".formatted(number);
    }

    private static String half(long number) {
        return "%019d".formatted(number);
    }

    private static List<String> ids(IdSet ids) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            all.add(ids.high(i) + ":" + ids.low(i));
        }
        return all;
    }
}
