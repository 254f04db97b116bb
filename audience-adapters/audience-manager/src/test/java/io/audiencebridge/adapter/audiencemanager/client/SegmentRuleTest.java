// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Bound;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Recency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Span;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentRuleTest {
    private static final TraitKinds ALL_RULE_BASED = sid -> Option.some(TraitKind.RULE_BASED);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "E01 | 123T",
                "E02 | (1T OR 2T) AND NOT (3T)",
                "E04 | frequency([1000T]) >= 1 AND frequency([1000T]) <= 5",
                "E06 | frequency([1000T]) <= 5 AND 7T",
                "3.1 | frequency([1T,2T] <= 5D) >= 3",
                "3.1 | FREQUENCY([1T, 2T]>=30D)==2 and not (3T or 4T)",
                "3.1 | ((1T))",
                "2.3 | frequency([1T] &lt;= 5D) &gt;= 3",
                "[U] | 1t AND frequency([2t] <= 5d) >= 1"
            })
    void a_rule_of_the_golden_table_is_valid(String number, String text) {
        var rule = SegmentRule.valid(text, ALL_RULE_BASED);

        assertThat(rule.isRight()).as(() -> String.valueOf(rule)).isTrue();
        assertThat(SegmentRule.parse(rule.get().text()).get()).isEqualTo(rule.get());
        assertThat(SegmentRule.parseTree(rule.get().tree()).get()).isEqualTo(rule.get());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "E05 | frequency([1000T]) <= 5 | column 1: the rule is true for people without any trait",
                "3.1 | NOT 1T | column 1: the rule is true for people without any trait",
                "3.1 | 1T OR NOT (2T) | column 1: the rule is true for people without any trait",
                "3.1 | frequency([1T]) == 0 | column 1: the rule is true for people without any trait",
                "3.1 | frequency([1T]) >= 0 | column 1: the rule is true for people without any trait",
                "E08 | frequency([1T] <= 0D) >= 1 | column 19: recency must be 1 day or more",
                "E09 | frequency([1T] == 5D) >= 1 | column 16: recency is compared with <= or >=",
                "E09 | frequency([1T] > 5D) >= 1 | column 16: recency is compared with <= or >=",
                "E10 | frequency([1T] <= 5D) != 1 | column 23: a count is compared with >=, <= or ==",
                "E12 | 123 | column 1: a trait is its number followed by T",
                "E12 | T123 | column 1: a trait is its number followed by T",
                "E12 | 1T 2T | column 4: AND or OR is missing",
                "E12 | (1T | column 4: the parenthesis of column 1 is not closed",
                "3.1 | frequency([1T] <= 5D) | column 22: a count is missing here",
                "3.1 | frequency([1T,] <= 5D) >= 1 | column 15: a trait is its number followed by T",
                "3.1 | frequency(1T) >= 1 | column 11: FREQUENCY( is followed by [",
                "3.1 | frequency([1T] <= 5) >= 1 | column 19: recency is a number of days followed by D",
                "3.1 | 0T | column 1: 0 is no trait's number",
                "3.1 | 1234567890123456789T | column 1: the number is too large",
                "3.1 | 1T) | column 3: a closing parenthesis has no opening one",
                "3.1 | (1T 2T) | column 5: AND, OR or a closing parenthesis is missing",
                "3.1 | 1T AND | column 7: a trait such as 123T, a frequency or a parenthesis is missing",
                "3.1 | 1T OR OR 2T | column 7: a trait is its number followed by T",
                "3.1 | NOT NOT 1T | column 5: a trait is its number followed by T",
                "3.1 | 1T & 2T | column 4: AND or OR is missing",
                "3.1 | '' | column 1: a trait such as 123T"
            })
    void a_rule_of_the_golden_table_is_refused_with_its_column(String number, String text, String message) {
        BridgeError error = SegmentRule.valid(text, ALL_RULE_BASED).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).startsWith("segmentRule: " + message);
    }

    @ParameterizedTest
    @CsvSource({"ONBOARDED, false", "ALGORITHMIC, false", "THIRD_PARTY, false", "RULE_BASED, true", "FOLDER, true"})
    void frequency_needs_a_trait_that_is_counted(TraitKind kind, boolean fine) {
        TraitKinds kinds = TraitKinds.of(HashMap.of(1L, TraitKind.ONBOARDED, 2L, kind));

        var rule = SegmentRule.valid("1T AND frequency([2T]) >= 1", kinds);

        assertThat(rule.isRight()).isEqualTo(fine);
        if (!fine) {
            assertThat(rule.getLeft().message())
                    .isEqualTo(
                            "segmentRule: column 19: frequency needs a rule-based trait of one's own, or a folder's");
        }
    }

    @Test
    void all_mistakes_come_at_once() {
        String text = "12 AND frequency([x] == 0D) != 1 AND 7T";

        BridgeError error = SegmentRule.parse(text).getLeft();

        var invalid = (BridgeError.InvalidRequest) error;
        assertThat(invalid.violations().map(found -> found.message().replaceAll(":.*", "")))
                .containsExactly("column 1", "column 19", "column 22", "column 25", "column 29");
    }

    @Test
    void unknown_traits_are_told_where_they_stand() {
        TraitKinds known = TraitKinds.of(HashMap.of(1L, TraitKind.ONBOARDED));

        BridgeError error = SegmentRule.valid("1T AND (2T OR 3T)", known).getLeft();

        assertThat(error.message())
                .contains("column 9: there is no trait 2 that this account can see")
                .contains("column 15: there is no trait 3");
    }

    @ParameterizedTest
    @CsvSource({"5000, true", "5001, false"})
    void a_rule_has_5000_traits_at_most(int traits, boolean fine) {
        String text =
                IntStream.rangeClosed(1, traits).mapToObj(sid -> sid + "T").collect(Collectors.joining(" OR "));

        var rule = SegmentRule.valid(text, ALL_RULE_BASED);

        assertThat(rule.isRight()).isEqualTo(fine);
        assertThat(SegmentRule.parseTree(SegmentRule.parse(text).get().tree())
                        .get()
                        .text())
                .isEqualTo(text);
    }

    @Test
    void and_binds_closer_than_or_and_what_is_printed_leaves_no_doubt() {
        SegmentRule rule = SegmentRule.parse("1T OR 2T AND NOT 3T").get();

        assertThat(rule)
                .isEqualTo(new AnyOf(
                        Vector.of(new HasTrait(1), new AllOf(Vector.of(new HasTrait(2), new Not(new HasTrait(3)))))));
        assertThat(rule.text()).isEqualTo("1T OR (2T AND NOT (3T))");
        assertThat(rule.sids()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_frequency_is_read_and_written_whole() {
        SegmentRule built = Frequency.builder()
                .addOfTraits(1, 2)
                .recency(new Recency(Span.BEFORE_LAST, 30))
                .bound(Bound.EXACTLY)
                .count(2)
                .build();

        assertThat(built.text()).isEqualTo("frequency([1T,2T] >= 30D) == 2");
        assertThat(SegmentRule.parse(built.text()).get()).isEqualTo(built);
        assertThat(built.tree())
                .isEqualTo(
                        "{\"expressionName\":\"==\",\"value\":2,\"frequency\":{\"list\":[1,2],\"op\":\">=\",\"value\":30,\"units\":\"D\"}}");
    }

    @Test
    void a_rule_is_evaluated_on_a_profile() {
        SegmentRule rule = SegmentRule.parse("(1T OR 2T) AND NOT (3T) AND frequency([4T,5T] <= 5D) >= 3")
                .get();

        assertThat(rule.matches(profile(2, 1))).isFalse();
        assertThat(rule.matches(profile(2, 2))).isTrue();
        assertThat(rule.matches(profile(3, 2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'expressionName':'and','expr1':{'sid':1},'expr2':{'expressionName':'and','expr1':{'sid':2},'expr2':{'sid':3}}}",
                "{'expressionName':'AND','expr1':{'expressionName':'and','expr1':{'sid':'1'},'expr2':{'sid':2}},'expr2':{'sid':3}}"
            })
    void a_row_is_read_from_a_tree_whichever_way_it_was_paired(String json) {
        SegmentRule rule = SegmentRule.parseTree(json.replace('\'', '"')).get();

        assertThat(rule.text()).isEqualTo("1T AND 2T AND 3T");
    }

    @Test
    void operators_of_a_tree_may_be_escaped() {
        String json =
                "{'expressionName':'&gt;=','value':3,'frequency':{'list':[1],'op':'&lt;=','value':5,'units':'D'}}";

        SegmentRule rule = SegmentRule.parseTree(json.replace('\'', '"')).get();

        assertThat(rule.text()).isEqualTo("frequency([1T] <= 5D) >= 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{'sid':'x'}",
                "{'sid':0}",
                "{'expressionName':'and','expr1':{'sid':1}}",
                "{'expressionName':'not'}",
                "{'expressionName':'!=','value':3,'frequency':{'list':[1]}}",
                "{'expressionName':'>=','value':3,'frequency':{'list':[]}}",
                "{'expressionName':'>=','value':3,'frequency':{'list':[1],'op':'==','value':5}}",
                "{'expressionName':'>=','value':3,'frequency':{'list':[1],'op':'<=','value':0}}",
                "{'expressionName':'>=','value':3,'frequency':{'list':[1],'op':'<=','value':9999999999}}"
            })
    void a_tree_that_makes_no_sense_is_refused(String json) {
        var rule = SegmentRule.parseTree(json.replace('\'', '"'));

        assertThat(rule.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void keywords_are_read_under_every_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(SegmentRule.parse("frequency([1T]) >= 1 and 2T").get().text())
                    .isEqualTo("frequency([1T]) >= 1 AND 2T");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_program_cannot_build_what_no_rule_can_say() {
        assertThatThrownBy(() -> new HasTrait(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllOf(Vector.of(new HasTrait(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recency(Span.WITHIN_LAST, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frequency.builder().count(1).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tree_that_was_built_is_checked_as_one_that_was_read() {
        SegmentRule built = new Not(new HasTrait(7));

        assertThat(built.violations(ALL_RULE_BASED).map(Object::toString))
                .singleElement()
                .asString()
                .contains("true for people without any trait");
    }

    /** Has {@code trait}, and qualified for every trait {@code times} times within five days. */
    private static TraitHistory profile(long trait, int times) {
        return new TraitHistory() {
            @Override
            public boolean has(long sid) {
                return sid == trait;
            }

            @Override
            public long times(long sid, Optional<Recency> recency) {
                return recency.equals(Optional.of(new Recency(Span.WITHIN_LAST, 5))) ? times : 0;
            }
        };
    }
}
