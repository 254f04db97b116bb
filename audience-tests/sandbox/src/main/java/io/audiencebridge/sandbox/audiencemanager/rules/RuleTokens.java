// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a rule, read one after the other. */
final class RuleTokens {
    private final String rule;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    /** Cuts a rule into what the pattern finds; anything else between two words is refused. */
    RuleTokens(String rule, Pattern pattern) {
        this.rule = rule;
        Matcher matcher = pattern.matcher(rule);
        int end = 0;
        while (matcher.find()) {
            check(rule.substring(end, matcher.start()).isBlank());
            tokens.add(matcher.group());
            end = matcher.end();
        }
        check(rule.substring(end).isBlank() && !tokens.isEmpty());
    }

    /** Goes on if the next word is this one, in any case. */
    boolean skip(String word) {
        boolean found = peek().equalsIgnoreCase(word);
        if (found) {
            next++;
        }
        return found;
    }

    void expect(String word) {
        check(skip(word));
    }

    /** The next word; empty at the end. */
    String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    String take() {
        check(next < tokens.size());
        return tokens.get(next++);
    }

    void end() {
        check(next == tokens.size());
    }

    void check(boolean sound) {
        if (!sound) {
            throw new RuleError("Syntax error in rule: " + rule);
        }
    }
}
