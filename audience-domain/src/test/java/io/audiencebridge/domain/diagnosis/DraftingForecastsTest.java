// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static io.audiencebridge.domain.diagnosis.LayingSidesBesideEachOtherTest.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftingForecastsTest {
    private static final ReconciliationKey KEY =
            Declared.builder().field("crmId").build();
    private static final SampleFacts WHOLE =
            SampleFacts.builder().whole(true).how("").build();

    private final MatchDraft draft = new MatchDraft(KEY, SampleBudget.usual());

    @Test
    void with_both_sides_read_whole_the_forecast_is_a_count() {
        draft.members(rows("0 a", "0 b", "0 c"));
        draft.members(rows("0 -"));
        draft.recipients(rows("1 a", "1 b", "2 b", "3 -", "4 z"));

        Forecast forecast = draft.forecast(WHOLE, Option.some(WHOLE));

        assertThat(forecast.membersRead()).isEqualTo(4);
        assertThat(forecast.members()).hasValue(4);
        assertThat(forecast.recipientsRead()).isEqualTo(4);
        assertThat(forecast.recipients()).isEmpty();
        assertThat(forecast.confidence()).isEqualTo(0.95);
        assertThat(forecast.matchRate()).isEqualTo(new Interval(0.5, 0.5, 0.5));
        assertThat(forecast.listSize()).isEqualTo(new Interval(2, 2, 2));
        assertThat(forecast.trust()).contains("all 4 rows", "all 4 people", "; nothing is estimated.");
        assertThat(forecast.nearMisses()).isEmpty();
    }

    @Test
    void an_estimated_number_of_members_makes_the_list_less_sure_by_its_error() {
        draft.members(numbered(0, 100, i -> "0 k" + i));
        draft.recipients(numbered(0, 50, i -> i + 1 + " k" + i));
        SampleFacts counted = SampleFacts.builder().total(1000).how("at random").build();
        SampleFacts estimated =
                SampleFacts.builder().from(counted).totalError(0.2).build();

        Interval sure = draft.forecast(counted, Option.some(WHOLE)).listSize();
        Forecast forecast = draft.forecast(estimated, Option.some(WHOLE));

        assertThat(sure).isEqualTo(Intervals.times(Intervals.share(50, 100, OptionalLong.of(1000), 0.95), 1000));
        assertThat(forecast.listSize().low()).isCloseTo(sure.low() * 0.8, within(1e-9));
        assertThat(forecast.listSize().estimate()).isCloseTo(500, within(1e-9));
        assertThat(forecast.listSize().high()).isCloseTo(sure.high() * 1.2, within(1e-9));
        assertThat(forecast.members()).hasValue(1000);
        assertThat(forecast.trust()).contains("; intervals hold at 95.0%.");
        assertThat(draft.forecast(
                                SampleFacts.builder()
                                        .from(WHOLE)
                                        .totalError(0.2)
                                        .build(),
                                Option.some(WHOLE))
                        .listSize())
                .isEqualTo(new Interval(50, 50, 50));
    }

    @Test
    void samples_of_both_sides_meet_by_chance() {
        draft.members(numbered(0, 100, i -> "0 k" + i));
        draft.recipients(numbered(0, 50, i -> i + 1 + " k" + i));

        Forecast forecast = draft.forecast(
                SampleFacts.builder().total(1000).how("at random").build(),
                Option.some(SampleFacts.builder().total(500).how("at random").build()));

        assertThat(forecast.matchRate().estimate()).isEqualTo(1);
        assertThat(forecast.recipients()).hasValue(500);
        assertThat(forecast.trust()).contains("pairs that met by chance", "50 of 500 people (10.0%)");
    }

    @Test
    void neighbours_that_are_alike_make_the_rate_less_sure() {
        for (int block = 0; block < 5; block++) {
            draft.members(numbered(block * 10, block * 10 + 10, i -> "0 k" + i));
        }
        for (int block = 0; block < 5; block++) {
            int first = block * 10;
            draft.recipients(numbered(first, first + 10, i -> i + 1 + (first == 0 ? " k" : " z") + i));
        }
        SampleFacts drawn = SampleFacts.builder().total(1000).how("at random").build();
        SampleFacts blocks = SampleFacts.builder().from(drawn).blocks(true).build();
        SampleFacts wholeBlocks = SampleFacts.builder().from(WHOLE).blocks(true).build();

        Interval sure = draft.forecast(drawn, Option.some(drawn)).matchRate();

        assertThat(width(draft.forecast(blocks, Option.some(drawn)))).isGreaterThan(sure.high() - sure.low());
        assertThat(width(draft.forecast(drawn, Option.some(blocks)))).isGreaterThan(sure.high() - sure.low());
        assertThat(draft.forecast(drawn, Option.some(wholeBlocks)))
                .isEqualTo(draft.forecast(drawn, Option.some(WHOLE)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "50, 50, 1", "51, 26, 2", "120, 40, 3"})
    void keys_are_looked_up_in_fifty_chunks_at_most(int keys, int chunks, int size) {
        draft.members(numbered(0, keys, i -> "0 k" + i));

        List<TextKeys> asked = draft.toLookUp(WHOLE);

        assertThat(asked).hasSize(chunks);
        assertThat(asked.get(0).size()).isEqualTo(size);
        assertThat(asked.stream().flatMap(DraftingForecastsTest::texts).toList())
                .isEqualTo(IntStream.range(0, keys).mapToObj(i -> "k" + i).toList());
        assertThat(asked).allMatch(chunk -> chunk.recipientLow(0) == 0);
    }

    @Test
    void no_more_keys_are_looked_up_than_half_of_the_budget_for_recipients_or_what_is_worth_a_call() {
        for (int from = 0; from < 12_000; from += 4_000) {
            draft.members(numbered(from, from + 4_000, i -> "0 k" + i));
        }
        SampleFacts large =
                SampleFacts.builder().total(24_000_000).how("at random").build();
        SampleFacts smaller =
                SampleFacts.builder().total(23_990_000).how("at random").build();

        assertThat(draft.toLookUp(large).stream().mapToInt(TextKeys::size).sum())
                .isEqualTo(12_000);
        assertThat(draft.toLookUp(smaller).stream().mapToInt(TextKeys::size).sum())
                .isBetween(5_000, 7_000);
        assertThat(draft.toLookUp(WHOLE).stream().mapToInt(TextKeys::size).sum())
                .isBetween(5_000, 7_000);
    }

    @Test
    void whoever_was_looked_up_is_known_to_match_and_the_others_not_to() {
        draft.members(rows("0 a", "0 b", "0 c", "0 d"));
        draft.toLookUp(SampleFacts.builder().total(1000).how("").build());
        draft.lookedUp(rows("1 a", "2 b", "2 c"));

        Forecast forecast = draft.forecast(WHOLE, Option.none());

        assertThat(forecast.matchRate()).isEqualTo(new Interval(0.75, 0.75, 0.75));
        assertThat(forecast.listSize()).isEqualTo(new Interval(2, 2, 2));
        assertThat(forecast.recipientsRead()).isEqualTo(2);
        assertThat(forecast.trust()).contains("Recipients: 4 of those keys were looked up", "nothing is estimated");
    }

    @Test
    void recipients_of_a_sample_are_read_besides_for_near_misses_of_members_that_nobody_has() {
        draft.members(numbered(0, 40, i -> i < 20 ? "0 CRM-" + i : "0 crm-" + i));
        draft.recipients(numbered(20, 40, i -> i + 1 + " CRM-" + i));
        draft.toLookUp(WHOLE);
        draft.lookedUp(numbered(0, 20, i -> i + 1 + " CRM-" + i));

        Forecast forecast = draft.forecast(
                WHOLE,
                Option.some(SampleFacts.builder().total(40).how("at random").build()));

        assertThat(forecast.recipientsRead()).isEqualTo(40);
        assertThat(forecast.matchRate()).isEqualTo(new Interval(0.5, 0.5, 0.5));
        assertThat(forecast.nearMisses()).extracting(NearMiss::transformation).containsExactly("letter-case");
        assertThat(forecast.nearMisses().get(0).rate().estimate()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"20, 0.5", "40, 1", "10, 0.5"})
    void what_a_sample_of_recipients_mends_stands_for_all_of_them(long total, double rate) {
        draft.members(numbered(0, 40, i -> i < 20 ? "0 crm-" + i : "0 x" + i));
        draft.recipients(numbered(0, 20, i -> i + 1 + " CRM-" + i));
        SampleFacts facts = SampleFacts.builder().total(total).how("at random").build();

        NearMiss found = draft.forecast(WHOLE, Option.some(facts)).nearMisses().get(0);

        assertThat(found.transformation()).isEqualTo("letter-case");
        assertThat(found.rate().estimate()).isCloseTo(rate, within(1e-9));
    }

    @Test
    void of_how_many_recipients_a_sample_is_may_be_unknown() {
        draft.members(numbered(0, 40, i -> i < 20 ? "0 crm-" + i : "0 x" + i));
        draft.recipients(numbered(0, 20, i -> i + 1 + " CRM-" + i));
        SampleFacts unknown = SampleFacts.builder().how("at random").build();

        assertThat(draft.forecast(WHOLE, Option.some(unknown))
                        .nearMisses()
                        .get(0)
                        .rate()
                        .estimate())
                .isCloseTo(0.5, within(1e-9));
        assertThat(draft.forecast(WHOLE, Option.some(WHOLE)).nearMisses().get(0).rate())
                .isEqualTo(new Interval(0.5, 0.5, 0.5));
        assertThat(draft.forecast(WHOLE, Option.none()).trust()).doesNotContain("Recipients: ");
    }

    private static double width(Forecast forecast) {
        return forecast.matchRate().high() - forecast.matchRate().low();
    }

    private static TextKeys numbered(int from, int to, IntFunction<String> row) {
        return rows(IntStream.range(from, to).mapToObj(row).toArray(String[]::new));
    }

    private static Stream<String> texts(TextKeys batch) {
        return IntStream.range(0, batch.size())
                .mapToObj(row -> new String(
                        batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.US_ASCII));
    }
}
