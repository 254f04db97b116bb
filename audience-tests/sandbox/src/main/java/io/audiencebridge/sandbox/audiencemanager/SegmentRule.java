// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * A rule over traits: {@code 1T}, {@code AND}, {@code OR}, {@code NOT} and parentheses; AND binds closer than OR.
 * Recency and frequency are refused, as onboarded traits cannot have them. Source: audience-manager.md, section 3.1.
 */
sealed interface SegmentRule {
    /** Those for whom it is true. {@code traits} gives those who have a trait, {@code people} how many there are. */
    BitSet members(LongFunction<BitSet> traits, int people);

    /** The traits it names. */
    Set<Long> traits();

    /** Those who have one trait. */
    record Holds(long trait) implements SegmentRule {
        @Override
        public BitSet members(LongFunction<BitSet> traits, int people) {
            return traits.apply(trait);
        }

        @Override
        public Set<Long> traits() {
            return Set.of(trait);
        }
    }

    /** Those for whom all parts, or any part, is true. */
    record Joined(boolean all, List<SegmentRule> parts) implements SegmentRule {
        @Override
        public BitSet members(LongFunction<BitSet> traits, int people) {
            BitSet members = parts.get(0).members(traits, people);
            for (SegmentRule part : parts.subList(1, parts.size())) {
                BitSet others = part.members(traits, people);
                if (all) {
                    members.and(others);
                } else {
                    members.or(others);
                }
            }
            return members;
        }

        @Override
        public Set<Long> traits() {
            Set<Long> traits = new TreeSet<>();
            parts.forEach(part -> traits.addAll(part.traits()));
            return traits;
        }
    }

    /** Those for whom it is not true. */
    record Negated(SegmentRule rule) implements SegmentRule {
        @Override
        public BitSet members(LongFunction<BitSet> traits, int people) {
            BitSet members = rule.members(traits, people);
            members.flip(0, people);
            return members;
        }

        @Override
        public Set<Long> traits() {
            return rule.traits();
        }
    }

    /** The rule of a stored segment. */
    static SegmentRule of(ObjectNode segment) {
        return parse(segment.path("segmentRule").asText());
    }

    /** Reads a rule that must name known traits and must not be true for somebody without any trait. */
    static SegmentRule checked(String text, Shelf traits) {
        SegmentRule rule = parse(text);
        for (long sid : rule.traits()) {
            if (traits.find(sid).isEmpty()) {
                throw ApiError.invalid("segmentRule: trait " + sid + " does not exist");
            }
        }
        if (!rule.members(sid -> new BitSet(), 1).isEmpty()) {
            throw ApiError.invalid("segmentRule must not be true for those who have no trait");
        }
        return rule;
    }

    /** Reads a rule. */
    static SegmentRule parse(String text) {
        if (Parser.FREQUENCY.matcher(text).find()) {
            throw ApiError.invalid("segmentRule: recency and frequency are not allowed on onboarded traits; use traits"
                    + " with AND, OR, NOT and parentheses");
        }
        return new Parser(text).rule();
    }

    /** By recursive descent. */
    final class Parser {
        private static final Pattern FREQUENCY = Pattern.compile("(?i)\\bfrequency\\b");
        private static final Pattern TOKEN = Pattern.compile("[()]|\\d{1,18}T\\b|(?i:AND|OR|NOT)\\b");

        private final RuleTokens tokens;

        private Parser(String text) {
            tokens = new RuleTokens(text, TOKEN);
        }

        private SegmentRule rule() {
            SegmentRule rule = either();
            tokens.end();
            return rule;
        }

        private SegmentRule either() {
            List<SegmentRule> parts = new java.util.ArrayList<>(List.of(both()));
            while (tokens.skip("OR")) {
                parts.add(both());
            }
            return parts.size() == 1 ? parts.get(0) : new Joined(false, List.copyOf(parts));
        }

        private SegmentRule both() {
            List<SegmentRule> parts = new java.util.ArrayList<>(List.of(one()));
            while (tokens.skip("AND")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.get(0) : new Joined(true, List.copyOf(parts));
        }

        private SegmentRule one() {
            if (tokens.skip("NOT")) {
                return new Negated(one());
            }
            if (tokens.skip("(")) {
                SegmentRule inner = either();
                tokens.expect(")");
                return inner;
            }
            String trait = tokens.take();
            tokens.check(trait.endsWith("T") && Character.isDigit(trait.charAt(0)));
            return new Holds(Long.parseLong(trait.substring(0, trait.length() - 1)));
        }
    }
}
