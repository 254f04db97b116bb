// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyFingerprinter;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingMembersTest {
    private static final ReconciliationKey PLAIN =
            ReconciliationKey.Declared.builder().field("declaredId").build();

    @Test
    void three_ids_of_one_person_and_one_shared_with_another_give_the_counts_of_s3() {
        var matching = match(members("a", "b", "c", "d"), recipients("1:a", "1:b", "1:c", "1:d", "2:d"));

        assertThat(counts(matching))
                .isEqualTo("read 4 matched 3 ambiguous 1 unmatched 0 invalid 0 duplicate 0 suppressed 0 links 5");
        assertThat(ids(matching)).containsExactly(1L, 2L);
    }

    @Test
    void every_row_falls_into_exactly_one_bucket() {
        var matching = match(members("a", "a", "x", "no good", "o", "d"), recipients("1:a", "2:d", "3:d", "4:o!"));

        assertThat(counts(matching))
                .isEqualTo("read 6 matched 1 ambiguous 1 unmatched 1 invalid 1 duplicate 1 suppressed 1 links 3");
        assertThat(ids(matching)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void the_same_pair_seen_twice_is_one_pair() {
        var matching = match(members("a"), recipients("1:a", "1:a"));

        assertThat(counts(matching)).startsWith("read 1 matched 1 ambiguous 0").endsWith("links 1");
    }

    @Test
    void policy_none_lets_nobody_in_by_a_shared_key() {
        var matching = match(members("d", "a"), recipients("1:a", "2:d", "3:d"), AmbiguityPolicy.NONE);

        assertThat(ids(matching)).containsExactly(1L);
        assertThat(counts(matching)).contains("ambiguous 1").endsWith("links 1");
    }

    @Test
    void policy_first_lets_the_smallest_id_in() {
        var matching = match(members("d"), recipients("3:d", "-2:d"), AmbiguityPolicy.FIRST);

        assertThat(ids(matching)).containsExactly(-2L);
        assertThat(counts(matching)).endsWith("links 1");
    }

    @Test
    void a_key_of_somebody_who_opted_out_lets_nobody_in_who_shares_it() {
        var matching = match(members("d"), recipients("1:d", "2:d!"));

        assertThat(counts(matching)).contains("suppressed 1").endsWith("links 0");
        assertThat(ids(matching)).isEmpty();
    }

    @Test
    void members_kept_by_fingerprint_match_as_their_rows_do_and_a_row_of_one_is_a_duplicate() {
        var task = MatchTask.builder()
                .key(PLAIN)
                .members(members("a", "e"))
                .keptMembers(fingerprints("a", "d", "x"))
                .recipients(recipients("1:a", "2:d", "3:d", "4:e"))
                .build();

        var matching = new PlainReconciler().match(task, call()).get();

        assertThat(counts(matching))
                .isEqualTo("read 5 matched 2 ambiguous 1 unmatched 1 invalid 0 duplicate 1 suppressed 0 links 4");
        assertThat(ids(matching)).containsExactly(1L, 2L, 3L, 4L);
    }

    private static IdSet fingerprints(String... keys) {
        var ids = new IdSetBuilder();
        var fingerprinter = new KeyFingerprinter();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            fingerprinter.take(text, 0, text.length);
            ids.add(fingerprinter.high(), fingerprinter.low());
        }
        return ids.build();
    }

    @Test
    void plain_recipients_are_matched_with_hashed_members() {
        var hashed = ReconciliationKey.Declared.builder()
                .field("declaredId")
                .wire(KeyForm.SHA256)
                .build();
        String sha256OfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

        var matching = match(hashed, members(sha256OfA, "A".repeat(64)), recipients("1:a"), AmbiguityPolicy.ALL);

        assertThat(counts(matching)).startsWith("read 2 matched 1 ambiguous 0 unmatched 0 invalid 1");
    }

    @Test
    void a_source_that_fails_ends_the_match_with_its_error() {
        var failure = BridgeError.LocalFailure.of("disk gone");

        var outcome = new PlainReconciler()
                .match(task(PLAIN, new FailingSource(failure), recipients("1:a"), AmbiguityPolicy.ALL), call());

        assertThat(outcome.getLeft()).isSameAs(failure);
    }

    @Test
    void a_cancelled_call_ends_the_match() {
        Call call = call();
        call.cancel();

        var outcome =
                new PlainReconciler().match(task(PLAIN, members("a"), recipients("1:a"), AmbiguityPolicy.ALL), call);

        assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    private static Matching match(KeySource members, KeySource recipients) {
        return match(members, recipients, AmbiguityPolicy.ALL);
    }

    private static Matching match(KeySource members, KeySource recipients, AmbiguityPolicy policy) {
        return match(PLAIN, members, recipients, policy);
    }

    private static Matching match(
            ReconciliationKey key, KeySource members, KeySource recipients, AmbiguityPolicy policy) {
        return new PlainReconciler()
                .match(task(key, members, recipients, policy), call())
                .get();
    }

    private static MatchTask task(
            ReconciliationKey key, KeySource members, KeySource recipients, AmbiguityPolicy policy) {
        return MatchTask.builder()
                .key(key)
                .members(members)
                .recipients(recipients)
                .ambiguity(policy)
                .build();
    }

    private static Call call() {
        return Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
    }

    private static KeySource members(String... keys) {
        return recipients(List.of(keys).stream().map(key -> "0:" + key).toArray(String[]::new));
    }

    /** Each row as {@code recipient:key}, a trailing {@code !} for somebody who opted out; two rows a batch. */
    private static KeySource recipients(String... rows) {
        ArrayDeque<TextKeys> batches = new ArrayDeque<>();
        TextKeysBuilder batch = new TextKeysBuilder();
        for (String row : rows) {
            long id = Long.parseLong(row.substring(0, row.indexOf(':')));
            boolean out = row.endsWith("!");
            byte[] key = row.substring(row.indexOf(':') + 1, row.length() - (out ? 1 : 0))
                    .getBytes(StandardCharsets.UTF_8);
            batch.recipient(id >> 63, id).key(key, 0, key.length, out ? TextKeys.OPTED_OUT : 0);
            if (batch.size() == 2) {
                batches.add(batch.build());
            }
        }
        batches.add(batch.build());
        return new QueuedSource(batches);
    }

    private static String counts(Matching matching) {
        MatchTally t = matching.tally();
        return "read %d matched %d ambiguous %d unmatched %d invalid %d duplicate %d suppressed %d links %d"
                .formatted(
                        t.read(),
                        t.matched(),
                        t.ambiguous(),
                        t.unmatched(),
                        t.invalid(),
                        t.duplicate(),
                        t.suppressed(),
                        t.links());
    }

    private static List<Long> ids(Matching matching) {
        IdSet set = matching.recipients();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            ids.add(set.low(i));
        }
        return ids;
    }

    private record QueuedSource(ArrayDeque<TextKeys> batches) implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return Either.right(Option.of(batches.poll()));
        }

        @Override
        public void close() {
            batches.clear();
        }
    }

    private record FailingSource(BridgeError error) implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return Either.left(error);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
