// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayingSidesBesideEachOtherTest {
    private static final ReconciliationKey KEY =
            Declared.builder().field("crmId").build();

    private final MatchMeter meter = new MatchMeter(KEY, 1);

    @Test
    void every_row_and_everybody_is_counted_once() {
        meter.members(rows("0 a", "0 b", "0 b", "0 -", "0 x y", "0 ?"));
        meter.members(rows("0 c", "0 d"));
        meter.recipients(rows("1 a", "1 b", "2 b", "3 c!", "4 z", "5 -"));
        meter.recipients(rows("1 a", "6 a", "6 a"));

        MatchCount count = meter.count(true, true);

        assertThat(count.rows()).isEqualTo(8);
        assertThat(count.tried()).isEqualTo(8);
        assertThat(count.matched()).isEqualTo(3);
        assertThat(count.pairs()).isEqualTo(4);
        assertThat(count.squaresByKey()).isEqualTo(8);
        assertThat(count.squaresByPerson()).isEqualTo(6);
        assertThat(count.most()).isEqualTo(2);
        assertThat(count.linksByKeys()).startsWith(0L, 2L, 2L, 0L).hasSize(65);
        assertThat(count.twins()).isEqualTo(1);
        assertThat(count.people()).isEqualTo(6);
        assertThat(count.hitPeople()).isEqualTo(3);
        assertThat(count.keys()).isEqualTo(6);
        assertThat(count.sharedKeys()).isEqualTo(2);
        assertThat(count.spreadOfMembers()).isEqualTo(1);
        assertThat(count.spreadOfPeople()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"a, true", "c, false", "d, false", "nobody, false", "x y, false"})
    void a_key_is_matched_when_a_recipient_has_it_who_did_not_opt_out(String key, boolean matched) {
        meter.members(rows("0 a", "0 c", "0 d"));
        meter.recipients(rows("1 a", "3 c!", "4 nobody"));
        meter.count(false, false);

        assertThat(meter.isMatched(key)).isEqualTo(matched);
    }

    @Test
    void whoever_opted_out_takes_the_key_from_whoever_else_has_it() {
        meter.members(rows("0 a"));
        meter.recipients(rows("1 a", "2 a!", "3 a"));

        MatchCount count = meter.count(false, false);

        assertThat(count.matched()).isZero();
        assertThat(count.pairs()).isZero();
    }

    @Test
    void neighbours_that_are_alike_make_matches_less_sure() {
        for (int block = 0; block < 5; block++) {
            String name = "b" + block + "-";
            meter.members(
                    rows(IntStream.range(0, 10).mapToObj(i -> "0 " + name + i).toArray(String[]::new)));
        }
        for (int block = 0; block < 5; block++) {
            int first = block;
            meter.recipients(rows(IntStream.range(0, 10)
                    .mapToObj(i -> 10 * first + i + 1 + " " + (first == 0 ? "b0-" : "z") + i)
                    .toArray(String[]::new)));
        }

        MatchCount neighbours = meter.count(true, true);
        MatchCount drawn = meter.count(false, false);

        assertThat(neighbours.spreadOfMembers()).isCloseTo(12.5, within(1e-9));
        assertThat(neighbours.spreadOfPeople()).isCloseTo(10, within(1e-9));
        assertThat(drawn.spreadOfMembers()).isEqualTo(1);
        assertThat(drawn.spreadOfPeople()).isEqualTo(1);
    }

    @Test
    void of_one_recipient_64_keys_are_told_apart() {
        String[] many = IntStream.range(0, 70).mapToObj(i -> "1 k" + i).toArray(String[]::new);
        meter.members(rows("0 k0", "0 k63", "0 k64"));
        meter.recipients(rows(many));

        MatchCount count = meter.count(false, false);

        assertThat(count.pairs()).isEqualTo(2);
        assertThat(count.linksByKeys().get(64)).isEqualTo(2);
        assertThat(count.keys()).isEqualTo(64);
    }

    @Test
    void keys_that_are_held_keep_their_rows_links_and_block_when_more_come() {
        HeldKeys held = new HeldKeys(10_000, 3);
        for (int i = 0; i < 3_000; i++) {
            held.add(i, -i, i / 100);
            held.link(held.find(i, -i));
        }

        assertThat(held.size()).isEqualTo(3_000);
        assertThat(held.share()).isEqualTo(1);
        for (int i = 0; i < 3_000; i++) {
            int at = held.find(i, -i);
            assertThat(held.rows(at)).isEqualTo(1);
            assertThat(held.links(at)).isEqualTo(1);
            assertThat(held.block(at)).isEqualTo(i / 100);
        }
        assertThat(held.find(1, 1)).isEqualTo(HeldKeys.NONE);
    }

    @Test
    void keys_that_stay_when_there_is_no_more_room_keep_what_was_counted_of_them() {
        HeldKeys held = new HeldKeys(100, 3);
        for (int i = 0; i < 100; i++) {
            held.add(i, 7, i);
            held.add(i, 7, i);
            held.link(held.find(i, 7));
        }

        held.add(100, 7, 100);

        assertThat(held.share()).isEqualTo(0.5);
        assertThat(held.size()).isBetween(30, 70);
        for (int i = 0; i < 100; i++) {
            int at = held.find(i, 7);
            if (at != HeldKeys.NONE) {
                assertThat(held.rows(at)).isEqualTo(2);
                assertThat(held.links(at)).isEqualTo(1);
                assertThat(held.block(at)).isEqualTo(i);
            }
        }
    }

    @Test
    void a_key_of_more_than_1024_bytes_is_offered_and_not_taken() {
        KeyPool pool = new KeyPool(10, 1);
        byte[] text = new byte[1026];
        Arrays.fill(text, (byte) 'x');

        pool.offer(text, 1, 1025);
        pool.offer(text, 0, 1025);

        assertThat(pool.keys()).containsExactly("x".repeat(1024));
        assertThat(pool.offered()).isEqualTo(2);
        assertThat(pool.share()).isEqualTo(0.5);
    }

    @Test
    void a_pool_that_was_offered_nothing_lacks_nothing() {
        KeyPool pool = new KeyPool(10, 1);

        assertThat(pool.keys()).isEmpty();
        assertThat(pool.share()).isEqualTo(1);
    }

    @Test
    void a_pool_holds_as_many_keys_as_it_has_room_for() {
        KeyPool pool = new KeyPool(200, 1);
        for (int i = 0; i < 200; i++) {
            byte[] text = ("<" + "k".repeat(i) + i + ">").getBytes(StandardCharsets.US_ASCII);
            pool.offer(text, 1, text.length - 1);
        }

        assertThat(pool.keys())
                .isEqualTo(
                        IntStream.range(0, 200).mapToObj(i -> "k".repeat(i) + i).toList());
        assertThat(pool.share()).isEqualTo(1);
    }

    @Test
    void a_pool_is_bounded_by_bytes_too() {
        KeyPool pool = new KeyPool(1_000_000, 1);
        byte[] text = new byte[1024];
        Arrays.fill(text, (byte) 'x');

        for (int i = 0; i < 16 * 1024; i++) {
            pool.offer(text, 0, 1024);
        }
        int full = pool.keys().size();
        pool.offer(text, 0, 1024);

        assertThat(full).isEqualTo(16 * 1024);
        assertThat(pool.keys().size()).isBetween(7_000, 9_400);
        assertThat(Collections.frequency(pool.keys(), "x".repeat(1024)))
                .isEqualTo(pool.keys().size());
    }

    @Test
    void an_export_brings_whoever_has_a_valid_key_and_did_not_opt_out() {
        ListDraft draft = new ListDraft(KEY, SampleBudget.usual());
        draft.recipients(rows("1 a", "1 x y", "2 x y", "3 c!", "4 -", "5 e"));
        draft.recipients(rows("5 f", "0 g", "6 h"));

        Forecast forecast = draft.forecast(
                SampleFacts.builder().whole(true).how("row by row").build());

        assertThat(forecast.membersRead()).isZero();
        assertThat(forecast.recipientsRead()).isEqualTo(9);
        assertThat(forecast.recipients()).hasValue(7);
        assertThat(forecast.confidence()).isEqualTo(0.95);
        assertThat(forecast.matchRate()).isEqualTo(new Interval(4 / 7.0, 4 / 7.0, 4 / 7.0));
        assertThat(forecast.listSize()).isEqualTo(new Interval(4, 4, 4));
        assertThat(forecast.trust())
                .isEqualTo(
                        "Recipients: read 7 of 7 row by row. The rate is the share of the list's recipients who have a valid"
                                + " key and did not opt out at the source; nothing is estimated. Whether Audience Manager knows those"
                                + " ids cannot be seen from here.");
        assertThat(forecast.nearMisses()).isEmpty();
    }

    @Test
    void an_export_of_which_a_sample_was_read_stands_for_all() {
        ListDraft draft = new ListDraft(KEY, SampleBudget.usual());
        draft.recipients(rows("1 a", "2 b", "3 -", "4 d"));

        Forecast known = draft.forecast(SampleFacts.builder()
                .total(100)
                .fair(false)
                .how("from the start")
                .build());
        Forecast unknown = draft.forecast(SampleFacts.builder().how("anyhow").build());

        assertThat(known.matchRate()).isEqualTo(Intervals.share(3, 4, OptionalLong.of(100), 0.95));
        assertThat(known.listSize()).isEqualTo(Intervals.times(known.matchRate(), 100));
        assertThat(known.trust())
                .startsWith("Recipients: read 4 of 100 from the start.")
                .contains("; whoever was not read is taken to be alike. They were not drawn by chance. Whether");
        assertThat(unknown.recipients()).isEmpty();
        assertThat(unknown.listSize()).isEqualTo(Intervals.times(unknown.matchRate(), 4));
        assertThat(unknown.trust()).startsWith("Recipients: read 4 anyhow.").doesNotContain("by chance");
    }

    @Test
    void an_export_tells_what_would_mend_keys_that_are_refused() {
        ListDraft draft = new ListDraft(KEY, SampleBudget.usual());
        draft.recipients(rows(IntStream.range(0, 50)
                .mapToObj(i -> i + 1 + (i == 7 ? " \" b7\"" : i == 8 ? " x y" : " c" + i))
                .toArray(String[]::new)));

        List<NearMiss> found = draft.forecast(
                        SampleFacts.builder().whole(true).how("whole").build())
                .nearMisses();

        assertThat(found).extracting(NearMiss::transformation).containsExactly("untrimmed");
        assertThat(found.get(0).rate().estimate()).isEqualTo(49 / 50.0);
        assertThat(found.get(0).certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void an_export_does_not_tell_of_one_key_in_a_hundred() {
        ListDraft draft = new ListDraft(KEY, SampleBudget.usual());
        draft.recipients(rows(IntStream.range(0, 100)
                .mapToObj(i -> i + 1 + (i == 7 ? " \" b7\"" : " c" + i))
                .toArray(String[]::new)));

        assertThat(draft.forecast(SampleFacts.builder().whole(true).how("whole").build())
                        .nearMisses())
                .isEmpty();
    }

    /** Rows of a recipient's number and a key each; {@code -} for none, {@code ?} for a line that is no row, with an exclamation mark for opted out. */
    static TextKeys rows(String... rows) {
        TextKeysBuilder builder = new TextKeysBuilder();
        for (String row : rows) {
            int blank = row.indexOf(' ');
            boolean out = row.endsWith("!");
            String key = row.substring(blank + 1, row.length() - (out ? 1 : 0));
            byte mark = out ? TextKeys.OPTED_OUT : key.equals("?") ? TextKeys.UNDECIDABLE : 0;
            byte[] text = key.getBytes(StandardCharsets.US_ASCII);
            builder.recipient(0, Long.parseLong(row.substring(0, blank)));
            if (key.equals("-")) {
                builder.keyless(mark);
            } else {
                builder.key(text, 0, text.length, mark);
            }
        }
        return builder.build();
    }
}
