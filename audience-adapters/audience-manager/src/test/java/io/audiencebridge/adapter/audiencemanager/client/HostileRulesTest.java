// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Operator;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but an Either comes out of the parsers, in time, whatever goes in. */
class HostileRulesTest {
    private static final String[] SEGMENT_SOUP = {
        "1T",
        "22T",
        "123",
        "T5",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        "frequency",
        "FREQUENCY(",
        "[",
        "]",
        "[1T]",
        ",",
        "<=",
        ">=",
        "==",
        "!=",
        "5D",
        "0D",
        "&gt;=",
        "&",
        "\"",
        "\u00e9",
        "\u0000",
        " ",
        "99999999999999999999T"
    };
    private static final String[] TRAIT_SOUP = {
        "c_x",
        "123",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        "==",
        "=>",
        "!=",
        "<",
        "contains",
        "matchesregex",
        "\"a\"",
        "\"[\"",
        "\"\\\"",
        "&quot;",
        "\"",
        "5",
        "-5.5",
        "-",
        ".",
        "\\",
        "\u00e9",
        "\n",
        "d_rs",
        "!",
        "c_x == \"1\""
    };

    private static final List<SegmentRule.Bound> BOUNDS = List.of(SegmentRule.Bound.values());
    private static final List<Operator> OPERATORS = List.of(Operator.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void token_soup_gives_a_segment_rule_that_reads_as_itself_or_an_error(long seed) {
        var random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            Either<BridgeError, SegmentRule> rule =
                    SegmentRule.valid(soup(random, SEGMENT_SOUP), sid -> Option.some(TraitKind.FOLDER));

            if (rule.isRight()) {
                read++;
                assertThat(SegmentRule.parse(rule.get().text())).isEqualTo(rule);
            } else {
                assertThat(rule.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            }
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void token_soup_gives_a_trait_rule_that_reads_as_itself_or_an_error(long seed) {
        var random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            Either<BridgeError, TraitRule> rule = TraitRule.valid(soup(random, TRAIT_SOUP));

            if (rule.isRight()) {
                read++;
                assertThat(TraitRule.parse(rule.get().text())).isEqualTo(rule);
            } else {
                assertThat(rule.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            }
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void a_tree_of_any_shape_is_written_and_read_again(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            SegmentRule segment = segment(random, 6);
            TraitRule trait = trait(random, 6);

            assertThat(SegmentRule.parse(segment.text()).get()).isEqualTo(segment);
            assertThat(TraitRule.parse(trait.text()).get()).isEqualTo(trait);
        }
    }

    @Test
    void a_hundred_thousand_parentheses_end_in_an_error() {
        String deep = "(".repeat(100_000) + "1T" + ")".repeat(100_000);

        assertThat(SegmentRule.parse(deep).getLeft().message())
                .contains("column 101: more than 100 parentheses stand inside one another");
        assertThat(TraitRule.parse(deep).getLeft().message()).contains("column 101");
    }

    @Test
    void a_hundred_parentheses_are_read() {
        assertThat(SegmentRule.parse("(".repeat(100) + "1T" + ")".repeat(100))
                        .get()
                        .text())
                .isEqualTo("1T");
    }

    @Test
    void nodes_above_one_another_are_bounded_as_parentheses_are() {
        String deep = "1T AND (2T OR (".repeat(60) + "3T" + "))".repeat(60);

        assertThat(SegmentRule.parse(deep).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(SegmentRule.parse("NOT (1T OR ".repeat(60) + "3T" + ")".repeat(60))
                        .getLeft()
                        .message())
                .contains("more than 100 nodes stand above one another");
    }

    @Test
    void a_tree_as_deep_as_one_may_be_is_written_and_read_again() {
        String deep = "1T AND (2T OR (".repeat(49) + "3T" + "))".repeat(49);

        SegmentRule rule = SegmentRule.parse(deep).get();

        assertThat(SegmentRule.parse(rule.text()).get()).isEqualTo(rule);
        assertThat(SegmentRule.parseTree(rule.tree()).get()).isEqualTo(rule);
    }

    @Test
    void a_json_tree_of_any_depth_ends_in_an_error() {
        String deep = "{\"expressionName\":\"not\",\"expr\":".repeat(40_000) + "{\"sid\":1}" + "}".repeat(40_000);

        assertThat(SegmentRule.parseTree(deep).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void five_thousand_traits_paired_from_one_end_are_read_from_json() {
        String tail = "{\"sid\":5000}";
        for (int sid = 4_999; sid > 0; sid--) {
            tail = "{\"expressionName\":\"or\",\"expr1\":{\"sid\":" + sid + "},\"expr2\":" + tail + "}";
        }

        assertThat(SegmentRule.parseTree(tail).get().sids()).hasSize(5_000);
    }

    @Test
    void a_text_of_no_sensible_length_is_not_read() {
        assertThat(SegmentRule.parse(" ".repeat(1_000_001)).getLeft().message())
                .contains("the rule has 1000001 characters");
    }

    @Test
    @Timeout(30)
    void time_is_linear() {
        long small = nanos(SegmentRule::parse, "1T AND NOT 2T OR ".repeat(5_000) + "3T");
        long large = nanos(SegmentRule::parse, "1T AND NOT 2T OR ".repeat(50_000) + "3T");
        long quotes = nanos(TraitRule::parse, "c == \"" + "\\\"&".repeat(300_000) + "\"");
        long ampersands = nanos(SegmentRule::parse, "&".repeat(1_000_000));

        assertThat(large).isLessThan(100 * small + Duration.ofSeconds(1).toNanos());
        assertThat(quotes + ampersands).isLessThan(Duration.ofSeconds(10).toNanos());
    }

    private static <T> long nanos(Function<String, Either<BridgeError, T>> parser, String text) {
        boolean warm = parser.apply(text).isRight();
        long start = System.nanoTime();
        boolean again = parser.apply(text).isRight();
        long took = System.nanoTime() - start;
        assertThat(again).isEqualTo(warm);
        return took;
    }

    private static String soup(Random random, String[] pieces) {
        var text = new StringBuilder();
        for (int left = 1 + random.nextInt(9); left > 0; left--) {
            text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static SegmentRule segment(Random random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(5);
        return switch (kind) {
            case 0 -> new SegmentRule.AllOf(Vector.fill(2 + random.nextInt(2), () -> segment(random, depth - 1)));
            case 1 -> new SegmentRule.AnyOf(Vector.fill(2 + random.nextInt(2), () -> segment(random, depth - 1)));
            case 2 -> new SegmentRule.Not(segment(random, depth - 1));
            case 3 -> new SegmentRule.HasTrait(1 + random.nextInt(9));
            default ->
                SegmentRule.Frequency.builder()
                        .addOfTraits(1 + random.nextInt(9), 2)
                        .bound(BOUNDS.get(random.nextInt(3)))
                        .count(random.nextInt(5))
                        .build();
        };
    }

    private static TraitRule trait(Random random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(5);
        return switch (kind) {
            case 0 -> new TraitRule.AllOf(Vector.fill(2 + random.nextInt(2), () -> trait(random, depth - 1)));
            case 1 -> new TraitRule.AnyOf(Vector.fill(2 + random.nextInt(2), () -> trait(random, depth - 1)));
            case 2 -> new TraitRule.Not(trait(random, depth - 1));
            case 3 -> TraitRule.signal("and \u00e9", Operator.CONTAINS, "\\\"" + random.nextInt(9) + "&quot; \\\\\"x");
            default -> TraitRule.signal("c_x", OPERATORS.get(random.nextInt(11)), random.nextLong());
        };
    }
}
