// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, literals and conditions as Campaign reads them. */
class ExpressionsTest {
    private static final XPath EMAIL = XPath.of("@email");

    @ParameterizedTest
    @CsvSource({
        "@email, @email, email",
        "desc, desc, desc",
        "[@id], @id, id",
        "@folder-id, [@folder-id], folder-id",
        "[@folder-id], [@folder-id], folder-id",
        "folder/@label, [folder/@label], folder/label",
        "[trackingLog/@sourceId], [trackingLog/@sourceId], trackingLog/sourceId",
        "cus:loyalty/@points, [cus:loyalty/@points], cus:loyalty/points",
        "null, [null], null",
        "Or, [Or], Or",
    })
    void a_path_gets_brackets_where_it_needs_them(String text, String expression, String place) {
        var path = XPath.of(text);

        assertThat(path.expression()).isEqualTo(expression);
        assertThat(path.place()).isEqualTo(place);
        assertThat(path).isEqualTo(XPath.of(expression)).hasSameHashCodeAs(XPath.of(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "[]",
                "[",
                "[@id",
                "@id]",
                "[[@id]]",
                "@id = 1",
                "@id OR 1=1",
                "@a@b",
                "/@id",
                "a//b",
                "folder/",
                "@e'mail",
                "$(folder)",
                "Lower(@email)",
                "@id--",
                "@émail",
                "1",
                "@id\n",
                "[SQLDATA[1]]",
                "a/b/c/d/e/f/g/h/@i"
            })
    void what_is_no_path_never_gets_near_an_expression(String text) {
        assertThat(XPath.parse(text).isLeft()).isTrue();
        assertThatThrownBy(() -> XPath.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_literal_is_written_by_its_type() {
        assertThat(Literal.of("o'x\\y<z").expression()).isEqualTo("'o\\'x\\\\y<z'");
        assertThat(Literal.of(-2147483648L).expression()).isEqualTo("-2147483648");
        assertThat(Literal.of(new BigDecimal("1E-3")).expression()).isEqualTo("0.001");
        assertThat(Literal.of(true).expression()).isEqualTo("1");
        assertThat(Literal.of(LocalDate.of(2026, 1, 2)).expression()).isEqualTo("#2026-01-02#");
        assertThat(Literal.of(Instant.parse("2026-01-02T03:04:05.006999Z")).expression())
                .isEqualTo("#2026-01-02T03:04:05.006Z#");
    }

    @Test
    void a_dollar_can_begin_no_macro() {
        assertThat(Literal.of("$(folder)").expression()).isEqualTo("'' + Char('36') + '(folder)'");
        assertThat(text(Condition.containing(EMAIL, "a$long(b)")))
                .isEqualTo("@email LIKE '%a' + Char('36') + 'long(b)%'");
    }

    @Test
    void signs_of_a_pattern_stand_for_themselves() {
        assertThat(text(Condition.containing(EMAIL, "50%_of\\it's"))).isEqualTo("@email LIKE '%50\\%\\_of\\\\it\\'s%'");
        assertThat(text(Condition.startingWith(EMAIL, "a%"))).isEqualTo("@email LIKE 'a\\%%'");
        assertThat(text(Condition.endingWith(EMAIL, "_z"))).isEqualTo("@email LIKE '%\\_z'");
    }

    @Test
    void comparisons_are_the_documented_operators() {
        var id = XPath.of("@id");
        var seven = Literal.of(7);

        assertThat(text(Condition.equal(id, seven))).isEqualTo("@id = 7");
        assertThat(text(Condition.notEqual(id, seven))).isEqualTo("@id != 7");
        assertThat(text(Condition.lessThan(id, seven))).isEqualTo("@id < 7");
        assertThat(text(Condition.atMost(id, seven))).isEqualTo("@id <= 7");
        assertThat(text(Condition.greaterThan(id, seven))).isEqualTo("@id > 7");
        assertThat(text(Condition.atLeast(id, seven))).isEqualTo("@id >= 7");
        assertThat(text(Condition.isNull(id))).isEqualTo("@id IS NULL");
        assertThat(text(Condition.equal(Term.lower(EMAIL), Literal.of("a")))).isEqualTo("Lower(@email) = 'a'");
    }

    @Test
    void a_long_list_becomes_several_short_ones() {
        var values = LongStream.range(0, 1001).mapToObj(Literal::of).toList();

        var written = text(Condition.in(XPath.of("[@group-id]"), values));

        assertThat(written.split(" OR ")).hasSize(3).allMatch(part -> part.startsWith("[@group-id] IN ("));
        assertThat(written).endsWith("[@group-id] IN (1000)");
        assertThat(text(Condition.in(EMAIL, List.of()))).isEqualTo("@email IS NULL AND @email IS NOT NULL");
    }

    @Test
    void what_does_not_hold_is_turned_part_by_part() {
        var turned = Condition.not(Condition.or(
                Condition.equal(EMAIL, Literal.of("a")),
                Condition.exists(XPath.of("rcpGrpRel"), Condition.isNull(EMAIL))));

        assertThat(shape(turned)).isEqualTo("all(NOT (@email = 'a'), no rcpGrpRel with @email IS NULL)");
        assertThat(shape(Condition.not(turned)))
                .isEqualTo("any(NOT (NOT (@email = 'a')), a rcpGrpRel with @email IS NULL)");
    }

    @Test
    void no_value_shows_in_what_is_printed() {
        var condition = Condition.and(Condition.equal(EMAIL, Literal.of("person@example.com")));

        assertThat(condition.toString() + Literal.of("person@example.com")).doesNotContain("person");
    }

    private static String text(Condition condition) {
        return condition.match(new Shape());
    }

    private static String shape(Condition condition) {
        return condition.match(new Shape());
    }

    /** Conditions in words. */
    private record Shape() implements Condition.Cases<String> {
        @Override
        public String expression(String text) {
            return text;
        }

        @Override
        public String group(boolean any, Seq<Condition> conditions) {
            return (any ? "any(" : "all(")
                    + conditions.map(condition -> condition.match(this)).mkString(", ") + ")";
        }

        @Override
        public String exists(XPath link, boolean negated, Condition condition) {
            return (negated ? "no " : "a ") + link + " with " + condition.match(this);
        }

        @Override
        public String in(Term term, boolean negated, Query query) {
            return term + (negated ? " not" : "") + " in " + query.schema();
        }
    }
}
