// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rule over signals: comparisons joined by AND, OR, NOT and parentheses; AND binds closer than OR. Source:
 * audience-manager.md, section 3.2.
 */
public sealed interface TraitRule {
    /** Whether it is true of these signals. */
    boolean test(Signals signals);

    /** Marks the signals that make one of its comparisons true. */
    void mark(Signals signals);

    /** The one signal that alone makes it true, if it is a single comparison for equality. */
    default Optional<Signals.Signal> sole() {
        return Optional.empty();
    }

    /** Reads a rule. */
    static TraitRule parse(String text) {
        return new TraitRuleParser(text).rule();
    }

    /**
     * A comparison of the values of one key.
     *
     * @param equal the value, when it is for equality
     * @param all whether there must be values and all must pass, as for {@code !=}
     */
    record Comparison(String key, Optional<String> equal, boolean all, Predicate<String> passes) implements TraitRule {
        /** Keys are compared without regard to case. */
        public Comparison {
            key = key.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean test(Signals signals) {
            List<String> values = signals.of(key);
            return all
                    ? !values.isEmpty() && values.stream().allMatch(passes)
                    : values.stream().anyMatch(passes);
        }

        @Override
        public void mark(Signals signals) {
            signals.of(key).stream().filter(passes).forEach(value -> signals.use(new Signals.Signal(key, value)));
        }

        @Override
        public Optional<Signals.Signal> sole() {
            return equal.map(value -> new Signals.Signal(key, value));
        }
    }

    /** True if all parts are, or any is. */
    record Joined(boolean all, List<TraitRule> parts) implements TraitRule {
        @Override
        public boolean test(Signals signals) {
            return all
                    ? parts.stream().allMatch(part -> part.test(signals))
                    : parts.stream().anyMatch(part -> part.test(signals));
        }

        @Override
        public void mark(Signals signals) {
            parts.forEach(part -> part.mark(signals));
        }
    }

    /** True if the rule is not. */
    record Negated(TraitRule rule) implements TraitRule {
        @Override
        public boolean test(Signals signals) {
            return !rule.test(signals);
        }

        @Override
        public void mark(Signals signals) {
            rule.mark(signals);
        }
    }
}
