// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the rule of a segment by recursive descent. */
final class SegmentRuleParser {
    private static final Pattern TOKEN =
            Pattern.compile("[()\\[\\],]|[<>=]=|\\d{1,18}[TD]\\b|\\d{1,9}\\b|(?i:AND|OR|NOT|FREQUENCY)\\b");

    private final RuleTokens tokens;

    SegmentRuleParser(String text) {
        tokens = new RuleTokens(text, TOKEN);
    }

    SegmentRule rule() {
        SegmentRule rule = either();
        tokens.end();
        return rule;
    }

    private SegmentRule either() {
        List<SegmentRule> parts = new ArrayList<>(List.of(both()));
        while (tokens.skip("OR")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new SegmentRule.Joined(false, List.copyOf(parts));
    }

    private SegmentRule both() {
        List<SegmentRule> parts = new ArrayList<>(List.of(one()));
        while (tokens.skip("AND")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new SegmentRule.Joined(true, List.copyOf(parts));
    }

    private SegmentRule one() {
        if (tokens.skip("NOT")) {
            return new SegmentRule.Negated(one());
        }
        if (tokens.skip("FREQUENCY")) {
            return often();
        }
        if (tokens.skip("(")) {
            SegmentRule inner = either();
            tokens.expect(")");
            return inner;
        }
        return new SegmentRule.Holds(trait());
    }

    private SegmentRule often() {
        tokens.expect("(");
        tokens.expect("[");
        Set<Long> traits = new TreeSet<>(Set.of(trait()));
        while (tokens.skip(",")) {
            traits.add(trait());
        }
        tokens.expect("]");
        int days = tokens.peek().equals(")") ? 0 : recency();
        tokens.expect(")");
        String operator = tokens.take();
        tokens.check(Set.of(">=", "<=", "==").contains(operator));
        return new SegmentRule.Often(traits, days, operator, Long.parseLong(number("")));
    }

    private int recency() {
        String operator = tokens.take();
        tokens.check(Set.of(">=", "<=").contains(operator));
        String days = number("D");
        tokens.check(days.length() < 6 && Integer.parseInt(days) > 0);
        return operator.equals("<=") ? Integer.parseInt(days) : -Integer.parseInt(days);
    }

    private long trait() {
        return Long.parseLong(number("T"));
    }

    private String number(String suffix) {
        String token = tokens.take();
        String digits = token.substring(0, Math.max(0, token.length() - suffix.length()));
        tokens.check(token.endsWith(suffix) && digits.matches("\\d+"));
        return digits;
    }
}
