// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Bound;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Recency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Span;
import io.audiencebridge.adapter.audiencemanager.rules.Formula;
import io.audiencebridge.adapter.audiencemanager.rules.RuleText;
import io.audiencebridge.adapter.audiencemanager.rules.Shape;
import io.audiencebridge.adapter.audiencemanager.rules.Token;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads segment rules. A mistake inside a leaf is told and read over, so that all of them come at once. */
final class SegmentGrammar {
    static final String SUBJECT = "segmentRule";

    static final Shape<SegmentRule> SHAPE = new Shape<>() {
        @Override
        public SegmentRule all(Seq<SegmentRule> parts) {
            return new AllOf(parts);
        }

        @Override
        public SegmentRule any(Seq<SegmentRule> parts) {
            return new AnyOf(parts);
        }

        @Override
        public SegmentRule not(SegmentRule rule) {
            return new Not(rule);
        }
    };

    private static final int MOST_DIGITS = 18;
    private static final int MOST_DIGITS_OF_DAYS = 9;
    /** Stands for what could not be read; a rule with a complaint is never given out. */
    private static final long UNREAD = 1;

    private final RuleText text;
    private Vector<Mention> mentions = Vector.empty();

    private SegmentGrammar(String text) {
        this.text = new RuleText(SUBJECT, text);
    }

    static Either<BridgeError, Read> read(String text) {
        var grammar = new SegmentGrammar(text);
        Option<SegmentRule> rule = new Formula<>(grammar.text, SHAPE, all -> grammar.leaf(), false).read();
        return rule.<Either<BridgeError, Read>>map(tree -> Either.right(new Read(tree, grammar.mentions)))
                .getOrElse(() -> Either.left(invalid(grammar.text.complaints())));
    }

    static BridgeError invalid(Seq<Violation> violations) {
        return new BridgeError.InvalidRequest(violations, Incident.local());
    }

    static Seq<Violation> violations(BridgeError error) {
        return error instanceof BridgeError.InvalidRequest invalid ? invalid.violations() : Vector.empty();
    }

    private Option<SegmentRule> leaf() {
        Token first = text.peek();
        if (first.kind() != Token.Kind.WORD) {
            text.complain(first.column(), "a trait such as 123T, a frequency or a parenthesis is missing here");
            return Option.none();
        }
        return text.takeWord("FREQUENCY") ? frequency() : Option.some(new HasTrait(trait(false)));
    }

    private Option<SegmentRule> frequency() {
        boolean opened = required("(", "FREQUENCY is followed by (") && required("[", "FREQUENCY( is followed by [");
        if (!opened) {
            return Option.none();
        }
        Vector<Long> traits = Vector.of(trait(true));
        while (text.takeMark(",")) {
            traits = traits.append(trait(true));
        }
        if (!required("]", "the traits of a frequency end with ]")) {
            return Option.none();
        }
        Optional<Recency> recency =
                text.peek().kind() == Token.Kind.OPERATOR ? Optional.of(recency()) : Optional.empty();
        if (!required(")", "a frequency's traits and days end with )")) {
            return Option.none();
        }
        return Option.some(counted(traits, recency));
    }

    private SegmentRule counted(Vector<Long> traits, Optional<Recency> recency) {
        Frequency.Builder frequency = Frequency.builder().ofTraits(traits).recency(recency);
        if (text.peek().kind() != Token.Kind.OPERATOR) {
            text.complain(text.peek().column(), "a count is missing here, such as >= 1; recency alone is no rule");
            return frequency.count(UNREAD).build();
        }
        Bound bound = sign(Bound.values(), Bound::sign, "a count is compared with >=, <= or ==")
                .getOrElse(Bound.AT_LEAST);
        return frequency
                .bound(bound)
                .count(digits(text.take(), "", MOST_DIGITS, "a count is a number such as 3"))
                .build();
    }

    private Recency recency() {
        Span span = sign(Span.values(), Span::sign, "recency is compared with <= or >=")
                .getOrElse(Span.WITHIN_LAST);
        Token days = text.take();
        long number = digits(days, "D", MOST_DIGITS_OF_DAYS, "recency is a number of days followed by D, such as 5D");
        if (number == 0) {
            text.complain(days.column(), "recency must be 1 day or more");
        }
        return new Recency(span, (int) Math.max(1, number));
    }

    private long trait(boolean counted) {
        Token token = text.take();
        long sid = digits(token, "T", MOST_DIGITS, "a trait is its number followed by T, such as 123T");
        if (sid == 0) {
            text.complain(token.column(), "0 is no trait's number");
        }
        mentions = mentions.append(new Mention(token.column(), sid, counted));
        return Math.max(1, sid);
    }

    /** UNVERIFIED: that the letter behind a number may be lower case; read, never written. */
    private long digits(Token token, String letter, int most, String otherwise) {
        String word = token.text();
        int end = word.length() - letter.length();
        boolean sound = token.kind() == Token.Kind.WORD
                && end > 0
                && word.substring(end).equalsIgnoreCase(letter)
                && word.chars().limit(end).allMatch(c -> c >= '0' && c <= '9');
        if (!sound || end > most) {
            text.complain(token.column(), sound ? "the number is too large" : otherwise);
            return UNREAD;
        }
        return Long.parseLong(word.substring(0, end));
    }

    private <S> Option<S> sign(S[] signs, Function<S, String> spelling, String otherwise) {
        Token token = text.take();
        Option<S> found = Option.ofOptional(Arrays.stream(signs)
                .filter(sign -> spelling.apply(sign).equals(token.text()))
                .findFirst());
        if (found.isEmpty()) {
            text.complain(token.column(), otherwise);
        }
        return found;
    }

    private boolean required(String mark, String otherwise) {
        boolean there = text.takeMark(mark);
        if (!there) {
            text.complain(text.peek().column(), otherwise);
        }
        return there;
    }

    /**
     * A trait in a rule's text.
     *
     * @param column where
     * @param sid its number
     * @param counted whether it is counted there
     */
    record Mention(int column, long sid, boolean counted) {}

    /**
     * A rule that was read.
     *
     * @param rule itself
     * @param mentions its traits, from left to right
     */
    record Read(SegmentRule rule, Vector<Mention> mentions) {
        /** Documented by Audience Manager, "Segment builder". */
        private static final int MOST_TRAITS = 5_000;

        Either<BridgeError, SegmentRule> asItIs() {
            return Either.right(rule);
        }

        Either<BridgeError, SegmentRule> checked(TraitKinds traits) {
            Seq<Violation> found = objections(traits);
            return found.isEmpty() ? Either.right(rule) : Either.left(invalid(found));
        }

        Seq<Violation> objections(TraitKinds traits) {
            List<Violation> found = new ArrayList<>();
            mentions.forEach(mention -> objection(mention, traits).peek(why -> found.add(at(mention.column(), why))));
            int distinct = rule.sids().size();
            if (distinct > MOST_TRAITS) {
                found.add(at(1, "the rule names " + distinct + " traits; " + MOST_TRAITS + " is the most"));
            }
            if (rule.matches(TraitHistory.empty())) {
                found.add(at(
                        1, "the rule is true for people without any trait; join a trait that they must have by AND"));
            }
            return Vector.ofAll(found);
        }

        private static Option<String> objection(Mention mention, TraitKinds traits) {
            Option<TraitKind> kind = traits.of(mention.sid());
            if (kind.isEmpty()) {
                return Option.some("there is no trait " + mention.sid() + " that this account can see");
            }
            return Option.when(
                    mention.counted() && !kind.get().counted(),
                    "frequency needs a rule-based trait of one's own, or a folder's");
        }

        private static Violation at(int column, String why) {
            return new Violation(SUBJECT, "column " + column + ": " + why);
        }
    }
}
