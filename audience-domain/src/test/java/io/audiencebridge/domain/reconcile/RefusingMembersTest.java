// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the engine in memory refuses, before what, and in which words. */
class RefusingMembersTest {
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final ReconciliationKey PLAIN =
            ReconciliationKey.Declared.builder().field("declaredId").build();
    private static final ReconciliationKey HASHED = ReconciliationKey.Declared.builder()
            .field("declaredId")
            .wire(KeyForm.SHA256)
            .build();

    /** Forty bytes a member. */
    @Test
    void as_many_members_as_there_is_room_for_are_matched_and_one_more_is_not() {
        assertThat(match(400, task(VISITOR, 10)).get().tally().read()).isEqualTo(10);

        BridgeError refused = match(400, task(VISITOR, 11)).getLeft();
        assertThat(refused).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(refused.message())
                .isEqualTo(
                        "More than 10 keys are to be matched, for which the engine in memory has no room; give the JVM more heap, or use an engine that works out of core: audience-adapter-engine-duckdb on one machine, audience-adapter-engine-spark on a cluster");
    }

    @Test
    void members_kept_from_before_take_their_part_of_the_room() {
        MatchTask nine =
                MatchTask.builder().from(task(PLAIN, 8)).keptMembers(kept(2)).build();
        MatchTask eleven =
                MatchTask.builder().from(task(PLAIN, 9)).keptMembers(kept(2)).build();

        assertThat(match(400, nine).get().tally().read()).isEqualTo(10);
        assertThat(match(400, eleven).getLeft().message()).contains("More than 8 keys");
    }

    @Test
    void members_that_are_expected_beyond_the_room_are_refused_before_one_is_read() {
        MatchTask few = expecting(104_857);
        MatchTask many = expecting(104_858);
        long budget = 4L << 20;

        assertThat(match(budget, few).get().tally().read()).isEqualTo(1);
        assertThat(match(budget, many).getLeft().message())
                .contains(
                        "some 104858 members are expected, and the engine in memory has room for 104857 in the 4 MiB");
        assertThat(many.members().next().get().isDefined()).as("not read").isTrue();
    }

    /** Four hundred bytes a member. */
    @Test
    void proof_takes_ten_times_the_room_where_keys_are_packed_with_loss() {
        assertThat(match(4000, proof(task(HASHED, 10))).get().tally().read()).isEqualTo(10);
        assertThat(match(4000, proof(task(HASHED, 11))).getLeft().message()).contains("More than 10 keys");
        assertThat(match(4000, proof(task(VISITOR, 100))).get().tally().read()).isEqualTo(100);
    }

    /** The others answer that proof is for the engine in memory. */
    @Test
    void nobody_is_sent_to_an_engine_that_cannot_prove() {
        MatchTask expecting = MatchTask.builder()
                .from(proof(task(HASHED, 1)))
                .expectedMembers(11)
                .build();

        for (MatchTask task : List.of(proof(task(HASHED, 11)), expecting)) {
            assertThat(match(4000, task).getLeft().message())
                    .contains("give the JVM more heap, or leave proof out")
                    .doesNotContain("duckdb", "spark");
        }
    }

    @Test
    void proof_of_packed_recipients_is_refused_unless_their_keys_lose_nothing() {
        BridgeError refused = match(1 << 20, packed(proof(task(PLAIN, 1)))).getLeft();

        assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.message()).contains("proof", "read the recipients themselves, or leave proof out");
        assertThat(match(1 << 20, packed(proof(task(VISITOR, 1)))).isRight()).isTrue();
        assertThat(match(1 << 20, packed(task(PLAIN, 1))).isRight()).isTrue();
        MatchTask byFingerprint = MatchTask.builder()
                .from(packed(proof(task(VISITOR, 1))))
                .keptMembers(kept(1))
                .build();
        assertThat(match(1 << 20, byFingerprint).isLeft()).isTrue();
    }

    @Test
    void a_bounded_source_lets_as_many_hands_read_as_the_source_does_and_closes_it() {
        Given given = new Given(List.of());
        BoundedSource bounded = new BoundedSource(given, new MemberRoom(5, 1, false));

        bounded.close();

        assertThat(bounded.readers()).isEqualTo(3);
        assertThat(given.closed).isTrue();
    }

    @Test
    void counts_that_do_not_add_up_are_a_defect_and_nothing_is_written() {
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(6).matched(1).ambiguous(1).unmatched(1).invalid(1).duplicate(1);
        tally.links(9);

        BridgeError unbalanced = tally.suppressed(0).build().balanced().getLeft();

        assertThat(unbalanced).isInstanceOf(BridgeError.Unbalanced.class);
        assertThat(unbalanced.message())
                .isEqualTo(
                        "Read 6 rows but accounted for 5; nothing was written. Report this as a defect with the run's id");
        assertThat(tally.suppressed(1).build().balanced().isRight()).isTrue();
    }

    private static MatchTask expecting(long members) {
        return MatchTask.builder()
                .from(task(VISITOR, 1))
                .expectedMembers(members)
                .build();
    }

    private static MatchTask proof(MatchTask task) {
        return MatchTask.builder().from(task).proof(true).build();
    }

    private static MatchTask packed(MatchTask task) {
        return MatchTask.builder().from(task).packedRecipients(true).build();
    }

    private static MatchTask task(ReconciliationKey key, int members) {
        return MatchTask.builder()
                .key(key)
                .members(new Given(members(members)))
                .recipients(new Given(List.of()))
                .build();
    }

    private static Either<BridgeError, Matching> match(long budget, MatchTask task) {
        Call call = Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
        return new PackedReconciler(Runnable::run, 1, 1, budget).match(task, call);
    }

    /** A row a batch. */
    private static List<TextKeys> members(int count) {
        List<TextKeys> batches = new ArrayList<>();
        var rows = new TextKeysBuilder();
        for (int i = 0; i < count; i++) {
            byte[] text = "%064d".formatted(i).getBytes(StandardCharsets.US_ASCII);
            rows.key(text, 26, 64, (byte) 0);
            batches.add(rows.build());
        }
        return batches;
    }

    private static IdSet kept(int count) {
        var ids = new IdSetBuilder();
        for (int i = 0; i < count; i++) {
            ids.add(99, i);
        }
        return ids.build();
    }

    /** May be read by three at a time. */
    private static final class Given implements KeySource {
        private final List<TextKeys> batches;
        private boolean closed;

        private Given(List<TextKeys> batches) {
            this.batches = new ArrayList<>(batches);
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return Either.right(batches.isEmpty() ? Option.none() : Option.of(batches.remove(0)));
        }

        @Override
        public int readers() {
            return 3;
        }

        @Override
        public OptionalLong hashSeed() {
            return OptionalLong.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
