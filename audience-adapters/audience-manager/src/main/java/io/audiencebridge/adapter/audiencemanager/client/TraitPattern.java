// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.control.Option;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a pattern is one of {@code java.util.regex}, which Audience Manager uses itself. The JDK compiles patterns by recursion, so that length and
 * brackets are bounded first. Source: Audience Manager, "Regular expressions in trait rules".
 */
final class TraitPattern {
    /** A policy. */
    private static final int LONGEST = 2_000;

    /** A policy. */
    private static final int MOST_BRACKETS = 300;

    private TraitPattern() {}

    /** Why it is none. */
    static Option<String> objection(String pattern) {
        long brackets = pattern.chars().filter(c -> c == '(' || c == '[').count();
        if (pattern.length() > LONGEST || brackets > MOST_BRACKETS) {
            return Option.some(
                    "the pattern has more than " + LONGEST + " characters or " + MOST_BRACKETS + " brackets");
        }
        try {
            Pattern.compile(pattern);
            return Option.none();
        } catch (PatternSyntaxException wrong) {
            return Option.some("the pattern is none of java.util.regex: " + wrong.getDescription()
                    + " near its character " + (wrong.getIndex() + 1));
        }
    }
}
