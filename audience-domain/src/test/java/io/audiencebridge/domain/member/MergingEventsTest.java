// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** SEMANTICS S26: any order of arrival gives one result. */
class MergingEventsTest {
    private static final long FOR_EVER = Long.MIN_VALUE;

    @Test
    void the_newest_event_of_a_key_wins_in_either_order() {
        File entered = changes(10, in(1, 10));
        File left = changes(20, out(1, 20));

        assertThat(members(entered, left)).isEmpty();
        assertThat(members(left, entered)).isEmpty();
        assertThat(members(changes(5, out(1, 5)), entered)).containsExactly(1L);
    }

    @Test
    void at_one_time_leaving_wins_and_within_one_file_it_is_told() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        merge.beginFile(10, false);

        assertThat(merge.take(0, 1, 10, true)).isEqualTo(EventMerge.Verdict.APPLIED);
        assertThat(merge.take(0, 1, 10, false)).isEqualTo(EventMerge.Verdict.OVERRULING);
        assertThat(merge.take(0, 1, 10, true)).isEqualTo(EventMerge.Verdict.OVERRULED);
        assertThat(merge.take(0, 1, 10, false)).isEqualTo(EventMerge.Verdict.STALE);
        assertThat(members(changes(10, out(1, 10)), changes(10, in(1, 10)))).isEmpty();
    }

    @Test
    void who_is_not_in_a_full_file_left_at_its_time_and_newer_events_stay() {
        File before = changes(10, in(1, 10), in(2, 10));
        File full = full(20, in(2, 15), in(3, 15));
        File after = changes(30, in(1, 30), out(3, 25));

        for (List<File> order : orders(List.of(before, full, after))) {
            assertThat(members(order)).containsExactly(1L, 2L);
        }
    }

    @Test
    void an_older_full_file_that_comes_late_changes_nothing() {
        File newer = full(20, in(1, 5));
        File older = full(10, in(2, 5));

        assertThat(members(newer, older)).containsExactly(1L);
        assertThat(members(older, newer)).containsExactly(1L);
    }

    @Test
    void an_exit_of_somebody_unknown_is_remembered_until_the_horizon() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        apply(merge, changes(20, out(1, 20)));

        EventMerge kept = new EventMerge(merge.state(20));
        apply(kept, changes(10, in(1, 10)));
        EventMerge forgotten = new EventMerge(merge.state(21));
        apply(forgotten, changes(10, in(1, 10)));

        assertThat(ids(kept.state(FOR_EVER))).isEmpty();
        assertThat(ids(forgotten.state(FOR_EVER))).containsExactly(1L);
    }

    @Test
    void an_exit_that_a_full_file_contradicts_is_never_forgotten() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        apply(merge, full(10, in(1, 5)));
        apply(merge, changes(20, out(1, 20)));

        assertThat(ids(new EventMerge(merge.state(1000)).state(1000))).isEmpty();
    }

    @Test
    void every_order_of_any_files_gives_what_a_plain_reading_gives() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<File> files = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                files.add(anyFile(random));
            }
            List<Long> expected = oracle(files);
            for (int order = 0; order < 12; order++) {
                Collections.shuffle(files, random);
                boolean interrupted = order % 2 == 0;

                assertThat(ids(merged(files, interrupted)))
                        .as("seed %d order %d", seed, order)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_state_tells_the_newest_full_file_and_each_event_since() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        apply(merge, full(10, in(1, 5), in(2, 5)));
        apply(merge, changes(20, out(2, 20), in(3, 15)));

        EventState state = merge.state(FOR_EVER);

        assertThat(state.fullTime()).isEqualTo(10);
        assertThat(state.full().size()).isEqualTo(2);
        assertThat(state.keys().size()).isEqualTo(2);
        assertThat(state.keys().low(0)).isEqualTo(2);
        assertThat(state.time(0)).isEqualTo(20);
        assertThat(state.isInside(0)).isFalse();
        assertThat(state.time(1)).isEqualTo(15);
        assertThat(state.isInside(1)).isTrue();
        assertThat(EventState.EMPTY.fullTime()).isEqualTo(EventState.NO_FULL);
    }

    @Test
    void a_state_stays_as_it_was_made() {
        long[] times = {7};
        boolean[] inside = {true};
        IdSet one = new IdSetBuilder().add(0, 1).build();
        EventState state = new EventState(EventState.NO_FULL, IdSet.EMPTY, one, times, inside);

        times[0] = 8;
        inside[0] = false;

        assertThat(state.time(0)).isEqualTo(7);
        assertThat(state.isInside(0)).isTrue();
    }

    @Test
    void a_row_of_a_full_file_counts_once_and_one_at_a_later_time_is_an_event() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        merge.beginFile(10, true);

        assertThat(merge.take(0, 1, 10, true)).isEqualTo(EventMerge.Verdict.APPLIED);
        assertThat(merge.take(0, 1, 9, true)).isEqualTo(EventMerge.Verdict.STALE);
        assertThat(merge.take(0, 2, 11, false)).isEqualTo(EventMerge.Verdict.APPLIED);
        merge.endFile();

        assertThat(ids(merge.state(FOR_EVER))).containsExactly(1L);
        assertThat(merge.state(FOR_EVER).keys().size()).isEqualTo(1);
    }

    @Test
    void a_full_file_stands_for_everything_up_to_its_time() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        apply(merge, full(10, in(1, 5)));
        merge.beginFile(9, false);

        assertThat(merge.take(0, 1, 10, false)).isEqualTo(EventMerge.Verdict.STALE);
        assertThat(merge.take(0, 1, 11, false)).isEqualTo(EventMerge.Verdict.APPLIED);
    }

    @Test
    void at_one_time_another_file_does_not_overrule_but_overtakes() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        merge.beginFile(10, false);
        merge.take(0, 1, 10, true);
        merge.endFile();
        merge.beginFile(11, false);

        assertThat(merge.take(0, 1, 10, false)).isEqualTo(EventMerge.Verdict.APPLIED);
        merge.endFile();
        merge.beginFile(12, false);
        assertThat(merge.take(0, 1, 10, true)).isEqualTo(EventMerge.Verdict.STALE);
        assertThat(merge.take(0, 1, 9, false)).isEqualTo(EventMerge.Verdict.STALE);
    }

    @Test
    void keys_are_told_apart_by_both_halves() {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        merge.beginFile(10, false);
        merge.take(1, 1, 10, true);
        merge.take(2, 1, 10, true);
        merge.take(1, 2, 10, false);
        merge.endFile();

        assertThat(merge.state(FOR_EVER).members().size()).isEqualTo(2);
        assertThat(merge.state(FOR_EVER).keys().size()).isEqualTo(3);
    }

    @Test
    void thousands_of_keys_grow_the_merge() {
        Row[] rows = new Row[5_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = in(i, 10);
        }

        assertThat(members(changes(10, rows), changes(20, out(77, 20))))
                .hasSize(4_999)
                .doesNotContain(77L);
    }

    private static File anyFile(Random random) {
        boolean whole = random.nextInt(3) == 0;
        long time = 10L * (1 + random.nextInt(6));
        Row[] rows = new Row[random.nextInt(8)];
        for (int i = 0; i < rows.length; i++) {
            long at = whole ? time - random.nextInt(20) : time - random.nextInt(15) + random.nextInt(3);
            rows[i] = new Row(random.nextInt(6), at, whole || random.nextBoolean());
        }
        return new File(time, whole, rows);
    }

    /** The newest full files at one time, cut with each other; then all later events, the newest of a key winning, leaving at a tie. */
    private static List<Long> oracle(List<File> files) {
        long newest =
                files.stream().filter(File::whole).mapToLong(File::time).max().orElse(FOR_EVER);
        TreeSet<Long> members = null;
        for (File file : files) {
            if (file.whole() && file.time() == newest) {
                TreeSet<Long> named = new TreeSet<>();
                for (Row row : file.rows()) {
                    named.add(row.key());
                }
                if (members == null) {
                    members = named;
                } else {
                    members.retainAll(named);
                }
            }
        }
        TreeMap<Long, Row> later = new TreeMap<>();
        for (File file : files) {
            for (Row row : file.rows()) {
                Row known = later.get(row.key());
                boolean wins =
                        known == null || row.time() > known.time() || (row.time() == known.time() && !row.inside());
                if (row.time() > newest && wins) {
                    later.put(row.key(), row);
                }
            }
        }
        TreeSet<Long> result = members == null ? new TreeSet<>() : members;
        later.forEach((key, row) -> {
            if (row.inside()) {
                result.add(key);
            } else {
                result.remove(key);
            }
        });
        return List.copyOf(result);
    }

    private static List<List<File>> orders(List<File> files) {
        if (files.isEmpty()) {
            return List.of(List.of());
        }
        List<List<File>> all = new ArrayList<>();
        for (File first : files) {
            List<File> rest = new ArrayList<>(files);
            rest.remove(first);
            for (List<File> order : orders(rest)) {
                List<File> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }

    private static List<Long> members(File... files) {
        return members(List.of(files));
    }

    private static List<Long> members(List<File> files) {
        return ids(merged(files, true));
    }

    /** The state after the files, each in a merge of its own or all in one. */
    private static EventState merged(List<File> files, boolean interrupted) {
        EventMerge merge = new EventMerge(EventState.EMPTY);
        for (File file : files) {
            apply(merge, file);
            if (interrupted) {
                merge = new EventMerge(merge.state(FOR_EVER));
            }
        }
        return merge.state(FOR_EVER);
    }

    private static void apply(EventMerge merge, File file) {
        merge.beginFile(file.time(), file.whole());
        for (Row row : file.rows()) {
            merge.take(0, row.key(), row.time(), row.inside());
        }
        merge.endFile();
    }

    private static List<Long> ids(EventState state) {
        List<Long> ids = new ArrayList<>();
        IdSet members = state.members();
        for (int i = 0; i < members.size(); i++) {
            ids.add(members.low(i));
        }
        return ids;
    }

    private static File changes(long time, Row... rows) {
        return new File(time, false, rows);
    }

    private static File full(long time, Row... rows) {
        return new File(time, true, rows);
    }

    private static Row in(long key, long time) {
        return new Row(key, time, true);
    }

    private static Row out(long key, long time) {
        return new Row(key, time, false);
    }

    private record Row(long key, long time, boolean inside) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared by its rows
    private record File(long time, boolean whole, Row[] rows) {}
}
