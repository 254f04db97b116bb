// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.rules.Shape;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A segment's rule over traits, as a syntax tree: {@code (101T OR 102T) AND NOT (103T)}, {@code frequency([101T,102T] <= 5D) >= 3}. Immutable; equal when
 * the trees are.
 *
 * <p>Rows of AND and OR hold two parts or more; at most {@value Shape#DEEPEST} nodes stand above one another, a constructor refuses more with
 * {@link IllegalArgumentException}. Reading is linear in the text's length. Source: Audience Manager, "Segment code syntax", "Recency and frequency".
 */
public sealed interface SegmentRule {
    /** Reads a rule as Audience Manager may hold it. Left: {@code InvalidRequest} with every mistake that can be told at once and its column, from 1. */
    static Either<BridgeError, SegmentRule> parse(String text) {
        return SegmentGrammar.read(text).flatMap(SegmentGrammar.Read::asItIs);
    }

    /**
     * Reads a rule that Audience Manager would take. Left: {@code InvalidRequest} with every mistake and its column, from 1: of the grammar; and unknown
     * traits, more than 5,000 traits, recency or frequency of traits that are not counted, and a rule that is true for everybody.
     *
     * @param traits says which traits there are
     */
    static Either<BridgeError, SegmentRule> valid(String text, TraitKinds traits) {
        return SegmentGrammar.read(text).flatMap(read -> read.checked(traits));
    }

    /** Reads the API's expression tree ({@code includeExprTree=true}). Left: {@code InvalidRequest}. */
    static Either<BridgeError, SegmentRule> parseTree(String json) {
        return SegmentTree.read(json);
    }

    /** Why Audience Manager would refuse this rule; columns are those of {@link #text()}. Empty when it would not. */
    default Seq<Violation> violations(TraitKinds traits) {
        return SegmentGrammar.read(text()).fold(SegmentGrammar::violations, read -> read.objections(traits));
    }

    /** The rule as text; what is inside another AND or OR stands in parentheses, whatever binds closer. Reading it gives this tree again. */
    default String text() {
        return match(SegmentText.PLAIN);
    }

    /** The rule as the API's expression tree, AND and OR in pairs. */
    default String tree() {
        return match(SegmentTree.JSON).toString();
    }

    /** Whether it is true for that profile. */
    default boolean matches(TraitHistory profile) {
        return match(new SegmentValue(profile));
    }

    /** The numbers of all traits in it, in order of appearance. */
    default Set<Long> sids() {
        return LinkedHashSet.ofAll(match(SegmentTraits.IN_ORDER));
    }

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * The profile has the trait.
     *
     * @param sid the trait's number, above 0
     */
    record HasTrait(long sid) implements SegmentRule {
        /** Refuses a number that no trait has. */
        public HasTrait {
            Requirement.that(sid > 0, "a trait's number is above 0");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hasTrait(this);
        }
    }

    /**
     * All of them are true.
     *
     * @param parts two or more
     */
    record AllOf(Seq<SegmentRule> parts) implements SegmentRule {
        /** Refuses fewer than two parts, and too deep ones. */
        public AllOf {
            Requirement.that(parts.size() > 1, "AND joins two parts or more");
            Requirement.that(SegmentDepth.of(parts) < Shape.DEEPEST, Requirement.TOO_DEEP);
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
    record AnyOf(Seq<SegmentRule> parts) implements SegmentRule {
        /** Refuses fewer than two parts, and too deep ones. */
        public AnyOf {
            Requirement.that(parts.size() > 1, "OR joins two parts or more");
            Requirement.that(SegmentDepth.of(parts) < Shape.DEEPEST, Requirement.TOO_DEEP);
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
    record Not(SegmentRule rule) implements SegmentRule {
        /** Refuses too deep a rule. */
        public Not {
            Requirement.that(SegmentDepth.of(Vector.of(rule)) < Shape.DEEPEST, Requirement.TOO_DEEP);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** The profile qualified for the traits together that many times. */
    @HouseValue
    @Value.Immutable
    non-sealed interface Frequency extends SegmentRule {
        /** The numbers of the traits whose counts are added up; one or more. */
        List<Long> ofTraits();

        /** When; at any time if empty. */
        Optional<Recency> recency();

        /** How {@link #count()} is meant. */
        @Value.Default
        default Bound bound() {
            return Bound.AT_LEAST;
        }

        /** How many times. */
        long count();

        /** Refuses what no rule can say. */
        @Value.Check
        default void check() {
            Requirement.that(!ofTraits().isEmpty(), "a frequency counts one trait or more");
            Requirement.that(ofTraits().stream().allMatch(sid -> sid > 0), "a trait's number is above 0");
            Requirement.that(count() >= 0, "a frequency's count is not negative");
        }

        @Override
        default <R> R match(Cases<R> cases) {
            return cases.frequency(this);
        }

        /** A new builder. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds frequencies. */
        final class Builder extends ImmutableFrequency.Builder {
            Builder() {}
        }
    }

    /**
     * When people qualified.
     *
     * @param span how {@code days} are meant
     * @param days above 0
     */
    record Recency(Span span, int days) {
        /** Refuses days that no rule can say. */
        public Recency {
            Requirement.that(days > 0, "recency is 1 day or more");
        }
    }

    /** How a recency is meant. */
    enum Span {
        /** Within the last days, {@code <=}. */
        WITHIN_LAST("<="),
        /** Between the first time ever and so many days ago, {@code >=}. */
        BEFORE_LAST(">=");

        private final String sign;

        Span(String sign) {
            this.sign = sign;
        }

        /** As rules write it. */
        public String sign() {
            return sign;
        }
    }

    /** How a count is meant. */
    enum Bound {
        /** That many or more, {@code >=}. */
        AT_LEAST(">="),
        /** That many or fewer, {@code <=}. */
        AT_MOST("<="),
        /** Exactly that many, {@code ==}. */
        EXACTLY("==");

        private final String sign;

        Bound(String sign) {
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
        /** The profile has the trait. */
        R hasTrait(HasTrait rule);

        /** All parts are true. */
        R allOf(AllOf rule);

        /** At least one part is true. */
        R anyOf(AnyOf rule);

        /** What is inside is not true. */
        R not(Not rule);

        /** The profile qualified that many times. */
        R frequency(Frequency rule);
    }
}
