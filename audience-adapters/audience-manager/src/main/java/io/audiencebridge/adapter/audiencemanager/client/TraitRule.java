// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.rules.Shape;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A trait's rule over signals, as a syntax tree: {@code (c_make == "A" OR c_make == "B") AND NOT c_url endswith ".pdf"}. Immutable; equal when the trees are.
 *
 * <p>Rows of AND and OR hold two parts or more; at most {@value Shape#DEEPEST} nodes stand above one another; constructors refuse what a text cannot carry
 * with {@link IllegalArgumentException}. Reading is linear in the text's length. Source: Audience Manager, "Trait comparison operators", "Trait key name
 * requirements", "Precedence of operators".
 */
public sealed interface TraitRule {
    /** Reads a rule as Audience Manager may hold it. Left: {@code InvalidRequest} with every mistake that can be told at once and its column, from 1. */
    static Either<BridgeError, TraitRule> parse(String text) {
        return TraitGrammar.read(text).map(TraitGrammar.Read::rule);
    }

    /**
     * Reads a rule that Audience Manager would take. Left: {@code InvalidRequest} with every mistake and its column, from 1: of the grammar; and reserved
     * keys and patterns that are none.
     */
    static Either<BridgeError, TraitRule> valid(String text) {
        return TraitGrammar.read(text).flatMap(TraitGrammar.Read::checked);
    }

    /** Reads the API's expression tree ({@code includeExprTree=true}). Left: {@code InvalidRequest}. */
    static Either<BridgeError, TraitRule> parseTree(String json) {
        return TraitTree.read(json);
    }

    /** A comparison with a text. */
    static TraitRule signal(String key, Operator operator, String text) {
        return Signal.builder()
                .key(key)
                .operator(operator)
                .operand(new Text(text))
                .build();
    }

    /** A comparison with a number. */
    static TraitRule signal(String key, Operator operator, long number) {
        return Signal.builder()
                .key(key)
                .operator(operator)
                .operand(new Decimal(BigDecimal.valueOf(number)))
                .build();
    }

    /** Why Audience Manager would refuse this rule; columns are those of {@link #text()}. Empty when it would not. */
    default Seq<Violation> violations() {
        return TraitGrammar.read(text()).fold(SegmentGrammar::violations, TraitGrammar.Read::objections);
    }

    /** The rule as text; what is inside another AND or OR stands in parentheses. Reading it gives this tree again. */
    default String text() {
        return match(TraitText.PLAIN);
    }

    /** The rule as the API's expression tree, AND and OR in pairs. */
    default String tree() {
        return match(TraitTree.JSON).toString();
    }

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * All of them are true.
     *
     * @param parts two or more
     */
    record AllOf(Seq<TraitRule> parts) implements TraitRule {
        /** Refuses fewer than two parts, and too deep ones. */
        public AllOf {
            Requirement.that(parts.size() > 1, "AND joins two parts or more");
            Requirement.that(TraitDepth.of(parts) < Shape.DEEPEST, Requirement.TOO_DEEP);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allOf(this);
        }
    }

    /**
     * At least one of them is true.
     *
     * @param parts two or more
     */
    record AnyOf(Seq<TraitRule> parts) implements TraitRule {
        /** Refuses fewer than two parts, and too deep ones. */
        public AnyOf {
            Requirement.that(parts.size() > 1, "OR joins two parts or more");
            Requirement.that(TraitDepth.of(parts) < Shape.DEEPEST, Requirement.TOO_DEEP);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyOf(this);
        }
    }

    /**
     * It is not true.
     *
     * @param rule what
     */
    record Not(TraitRule rule) implements TraitRule {
        /** Refuses too deep a rule. */
        public Not {
            Requirement.that(TraitDepth.of(Vector.of(rule)) < Shape.DEEPEST, Requirement.TOO_DEEP);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** A signal's value compares so with that one. Numbers are compared as numbers when both sides are. */
    @HouseValue
    @Value.Immutable
    non-sealed interface Signal extends TraitRule {
        /**
         * The signal's key, with its prefix: {@code c_} as the call sends it, {@code p_} neither logged nor stored, {@code d_} the platform's, {@code h_} an
         * HTTP header's. One with other characters than keys have is written in quotes.
         */
        String key();

        /** How it is compared. */
        Operator operator();

        /** With what. */
        Operand operand();

        /** Refuses what no text can carry. */
        @Value.Check
        default void check() {
            Requirement.that(
                    TraitKey.carriable(key()), "a key has at least one character, no quotes, no control characters");
        }

        @Override
        default <R> R match(Cases<R> cases) {
            return cases.signal(this);
        }

        /** A new builder. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds signals. */
        final class Builder extends ImmutableSignal.Builder {
            Builder() {}
        }
    }

    /** What a signal is compared with. */
    sealed interface Operand {
        /** As rules write it. */
        String text();
    }

    /**
     * A text.
     *
     * @param value itself; no control characters, no backslash at its end, since no rule can carry them
     */
    record Text(String value) implements Operand {
        /** Refuses what no rule can carry. */
        public Text {
            Requirement.that(carriable(value), "a text has no control characters and no backslash at its end");
        }

        @Override
        public String text() {
            return '"' + value.replace("\"", "\\\"") + '"';
        }

        static boolean carriable(String value) {
            return !value.endsWith("\\") && value.chars().noneMatch(Character::isISOControl);
        }
    }

    /**
     * A number.
     *
     * @param value itself, of 40 digits at most
     */
    record Decimal(BigDecimal value) implements Operand {
        static final int LONGEST = 40;

        /** Refuses numbers of no sensible length. */
        public Decimal {
            Requirement.that(
                    value.precision() <= LONGEST && value.scale() >= 0 && value.scale() <= LONGEST,
                    "a number has " + LONGEST + " digits at most, and no exponent");
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** How a signal's value is compared. */
    enum Operator {
        /** Equal; letter case does not matter. */
        EQUAL("=="),
        /** Not equal. */
        NOT_EQUAL("!="),
        /** Greater or equal; also read from {@code =>}, as one of Adobe's pages spells it. */
        AT_LEAST(">="),
        /** Less or equal. */
        AT_MOST("<="),
        /** Greater. */
        GREATER(">"),
        /** Less. */
        LESS("<"),
        /** The text is somewhere in it. */
        CONTAINS("contains"),
        /** The words are in it. */
        MATCHES_WORDS("matcheswords"),
        /** It begins with the text. */
        STARTS_WITH("startswith"),
        /** It ends with the text. */
        ENDS_WITH("endswith"),
        /** The pattern, one of {@code java.util.regex}, fits. */
        MATCHES_REGEX("matchesregex");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As rules write it. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A reader for each form; total, so that a new form breaks every reader at compile time.
     *
     * @param <R> what a reader answers
     */
    interface Cases<R> {
        /** All parts are true. */
        R allOf(AllOf rule);

        /** At least one part is true. */
        R anyOf(AnyOf rule);

        /** What is inside is not true. */
        R not(Not rule);

        /** A signal compares so. */
        R signal(Signal rule);
    }
}
