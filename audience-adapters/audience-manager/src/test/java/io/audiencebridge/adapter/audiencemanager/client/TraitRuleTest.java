// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Decimal;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Operator;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraitRuleTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "E13 | (c_make==\"A\") AND (c_model==\"B\") | c_make == \"A\" AND c_model == \"B\"",
                "E14 | (a==\"1\" OR b==\"1\") AND (c==\"new\") | (a == \"1\" OR b == \"1\") AND c == \"new\"",
                "E16 | c_url contains \"sport\" AND NOT c_url endswith \".pdf\" | c_url contains \"sport\" AND NOT (c_url endswith \".pdf\")",
                "E17 | c_id matchesregex \"^[A-Z]{2}\\d+$\" | c_id matchesregex \"^[A-Z]{2}\\d+$\"",
                "E20 | price => 5 | price >= 5",
                "E21 | a==\"1\" OR b==\"1\" AND c==\"1\" | a == \"1\" OR (b == \"1\" AND c == \"1\")",
                "3.2 | price123 < 5.20 AND 123price>-1 | price123 < 5.20 AND 123price > -1",
                "3.2 | price-123 != 0 | price-123 != 0",
                "3.2 | c_x Contains \"a\" or c_x MATCHESWORDS \"a b\" | c_x contains \"a\" OR c_x matcheswords \"a b\"",
                "3.2 | p_x startswith \"a\" and h_user-agent matchesregex \".*\" | p_x startswith \"a\" AND h_user-agent matchesregex \".*\"",
                "3.2 | c_a == \"x\" NOT c_b == \"y\" | c_a == \"x\" AND NOT (c_b == \"y\")",
                "3.2 | \"my key\" == \"1\" | \"my key\" == \"1\"",
                "3.2 | \"and\" == 1 | \"and\" == 1",
                "3.2 | c_x == \"say \\\"hi\\\" & go\" | c_x == \"say \\\"hi\\\" & go\"",
                "3.3 | ic == \"123\" OR ic==124 | ic == \"123\" OR ic == 124",
                "2.3 | c_x &gt;= 5 AND c_y == &quot;a &amp; b&quot; | c_x >= 5 AND c_y == \"a & b\"",
                "2.3 | c_y == \"a &amp; b\" | c_y == \"a &amp; b\""
            })
    void a_rule_of_the_golden_table_is_valid(String number, String text, String canonical) {
        var rule = TraitRule.valid(text);

        assertThat(rule.isRight()).as(() -> String.valueOf(rule)).isTrue();
        assertThat(rule.get().text()).isEqualTo(canonical);
        assertThat(TraitRule.parse(canonical).get()).isEqualTo(rule.get());
        assertThat(TraitRule.parseTree(rule.get().tree()).get()).isEqualTo(rule.get());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "E18 | 123 == \"x\" | column 1: '123' is no key",
                "E18 | price!123 == 1 | column 6: no comparison",
                "3.2 | price.x == 1 | column 1: 'price.x' is no key",
                "3.2 | _x == 1 | column 1: '_x' is no key",
                "3.2 | c_x == 1 AND OR == 1 | column 14: 'OR' is no key",
                "3.2 | c_x = 1 | column 5: no comparison",
                "3.2 | c_x has 1 | column 5: no comparison",
                "3.2 | c_x == | column 7: a value is missing here",
                "3.2 | c_x == (1) | column 8: a value is missing here",
                "3.2 | c_x == anna | column 8: a value is a number",
                "3.2 | c_x == 1e5 | column 8: a value is a number",
                "3.2 | c_x == \"1 | column 8: the closing quote is missing",
                "3.2 | \"c_x == 1 | column 1: the closing quote is missing",
                "3.2 | c_x | column 4: a comparison is missing here",
                "3.2 | c_x == 1 c_y == 2 | column 10: AND or OR is missing",
                "3.2 | == 1 | column 1: a key such as c_price",
                "3.2 | (c_x == 1 | column 10: the parenthesis of column 1 is not closed",
                "3.2 | d_rs == 1 | column 1: d_rs is a key that Audience Manager keeps for itself",
                "3.2 | c_x == 1 AND d_dst_filter == 1 | column 14: d_dst_filter is a key",
                "3.2 | c_x matchesregex \"[\" | column 18: the pattern is none of java.util.regex",
                "3.2 | c_x matchesregex 5 | column 18: a pattern is a text",
                "3.2 | `` | column 1: a key such as c_price"
            })
    void a_rule_of_the_golden_table_is_refused_with_its_column(String number, String text, String message) {
        BridgeError error = TraitRule.valid(text).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).startsWith("traitRule: " + message);
    }

    @Test
    void what_audience_manager_may_hold_is_read_even_if_it_would_be_refused_now() {
        assertThat(TraitRule.parse("d_rs == 1").isRight()).isTrue();
        assertThat(TraitRule.parse("d_rs == 1").get().violations()).hasSize(1);
    }

    @Test
    void a_mistaken_value_is_never_repeated_in_a_message() {
        String message =
                TraitRule.parse("c_email == anna@example.com").getLeft().message();

        assertThat(message).doesNotContain("anna");
    }

    @Test
    void all_mistakes_come_at_once() {
        var error = (BridgeError.InvalidRequest)
                TraitRule.parse("12 == 1 AND c_x = 1 AND c_y == z").getLeft();

        assertThat(error.violations().map(found -> found.message().replaceAll(":.*", "")))
                .containsExactly("column 1", "column 17", "column 32");
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void every_operator_is_written_and_read(Operator operator) {
        TraitRule rule = TraitRule.signal("c_x", operator, "a\"b\\d");

        assertThat(TraitRule.parse(rule.text()).get()).isEqualTo(rule);
        assertThat(TraitRule.parse(rule.text().toUpperCase(java.util.Locale.ROOT))
                        .isRight())
                .isTrue();
    }

    @Test
    void a_tree_that_was_built_is_written_with_parentheses() {
        TraitRule one = TraitRule.signal("a", Operator.EQUAL, 1);
        TraitRule rule = new AllOf(Vector.of(new AllOf(Vector.of(one, one)), new Not(new AnyOf(Vector.of(one, one)))));

        assertThat(rule.text()).isEqualTo("(a == 1 AND a == 1) AND NOT (a == 1 OR a == 1)");
        assertThat(TraitRule.parse(rule.text()).get()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\"b", "a\nb", "a\\"})
    void a_key_that_no_text_can_carry_is_refused(String key) {
        assertThatThrownBy(() -> TraitRule.signal(key, Operator.EQUAL, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_that_no_text_can_carry_is_refused() {
        assertThatThrownBy(() -> TraitRule.signal("x", Operator.EQUAL, "ends with \\"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TraitRule.signal("x", Operator.EQUAL, "two\nlines"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decimal(new BigDecimal("1E+1000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'expressionName':'=','name':'x','value':'1'}",
                "{'expressionName':'==','value':'1'}",
                "{'expressionName':'==','name':'x'}",
                "{'expressionName':'==','name':'x','value':{}}",
                "{'expressionName':'==','name':'','value':'1'}",
                "{'expressionName':'==','name':'x','value':1e400}"
            })
    void a_tree_that_makes_no_sense_is_refused(String json) {
        assertThat(TraitRule.parseTree(json.replace('\'', '"')).getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_pattern_that_would_exhaust_the_stack_is_refused_before_it_is_compiled() {
        String nested = "(".repeat(5_000) + ")".repeat(5_000);

        BridgeError error =
                TraitRule.valid("c_x matchesregex \"" + nested + "\"").getLeft();

        assertThat(error.message()).contains("the pattern has more than");
    }
}
