// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * A rule over traits: {@code 1T}, {@code FREQUENCY([1T,2T] <= 5D) >= 3}, {@code AND}, {@code OR}, {@code NOT} and
 * parentheses; AND binds closer than OR. Source: audience-manager.md, section 3.1.
 */
public sealed interface SegmentRule {
    /** A rule with more traits is refused. */
    int MOST_TRAITS = 5_000;

    /** Those for whom it is true; the caller may change the set. */
    BitSet members(Holders holders);

    /** The traits it names. */
    Set<Long> traits();

    /** The traits whose frequency it asks for. */
    Set<Long> counted();

    /** Reads a rule. */
    static SegmentRule parse(String text) {
        return new SegmentRuleParser(text).rule();
    }

    /**
     * Reads a rule that must not be true for somebody without any trait.
     *
     * @param known the traits there are
     * @param counted the traits that may be counted: those of rules and folders
     */
    static SegmentRule checked(String text, LongPredicate known, LongPredicate counted) {
        SegmentRule rule = parse(text);
        for (long sid : rule.traits()) {
            if (!known.test(sid)) {
                throw new RuleError("segmentRule: trait " + sid + " does not exist");
            }
        }
        for (long sid : rule.counted()) {
            if (!counted.test(sid)) {
                throw new RuleError("segmentRule: recency and frequency are not allowed on trait " + sid
                        + ", which is not rule-based; use traits with AND, OR, NOT and parentheses");
            }
        }
        if (rule.traits().size() > MOST_TRAITS) {
            throw new RuleError("segmentRule must not name more than " + MOST_TRAITS + " traits");
        }
        if (!rule.members(new Nobody()).isEmpty()) {
            throw new RuleError("segmentRule must not be true for those who have no trait");
        }
        return rule;
    }

    /** Those who have one trait. */
    record Holds(long trait) implements SegmentRule {
        @Override
        public BitSet members(Holders holders) {
            return holders.of(trait);
        }

        @Override
        public Set<Long> traits() {
            return Set.of(trait);
        }

        @Override
        public Set<Long> counted() {
            return Set.of();
        }
    }

    /**
     * Those who realized traits so often.
     *
     * @param days as {@link Holders#counts} takes them
     * @param operator {@code >=}, {@code <=} or {@code ==}
     */
    record Often(Set<Long> traits, int days, String operator, long times) implements SegmentRule {
        /** The traits cannot be changed. */
        public Often {
            traits = Set.copyOf(traits);
        }

        @Override
        public BitSet members(Holders holders) {
            int[] counts = holders.counts(traits, days);
            BitSet members = new BitSet(counts.length);
            for (int id = 0; id < counts.length; id++) {
                members.set(id, fits(counts[id]));
            }
            return members;
        }

        private boolean fits(int count) {
            return switch (operator) {
                case ">=" -> count >= times;
                case "<=" -> count <= times;
                default -> count == times;
            };
        }

        @Override
        public Set<Long> counted() {
            return traits;
        }
    }

    /** Those for whom all parts, or any part, is true. */
    record Joined(boolean all, List<SegmentRule> parts) implements SegmentRule {
        @Override
        public BitSet members(Holders holders) {
            BitSet members = parts.get(0).members(holders);
            for (SegmentRule part : parts.subList(1, parts.size())) {
                BitSet others = part.members(holders);
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

        @Override
        public Set<Long> counted() {
            Set<Long> counted = new TreeSet<>();
            parts.forEach(part -> counted.addAll(part.counted()));
            return counted;
        }
    }

    /** Those for whom it is not true. */
    record Negated(SegmentRule rule) implements SegmentRule {
        @Override
        public BitSet members(Holders holders) {
            BitSet members = rule.members(holders);
            members.flip(0, holders.size());
            return members;
        }

        @Override
        public Set<Long> traits() {
            return rule.traits();
        }

        @Override
        public Set<Long> counted() {
            return rule.counted();
        }
    }

    /** One profile without any trait. */
    final class Nobody implements Holders {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public BitSet of(long trait) {
            return new BitSet();
        }

        @Override
        public int[] counts(Collection<Long> traits, int days) {
            return new int[1];
        }
    }
}
