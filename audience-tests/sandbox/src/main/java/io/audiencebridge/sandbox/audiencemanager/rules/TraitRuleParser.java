// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the rule of a trait by recursive descent. */
final class TraitRuleParser {
    private static final Pattern TOKEN = Pattern.compile(
            "[()]|==|!=|>=|<=|=>|>|<|\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?(?![A-Za-z0-9_-])|[A-Za-z0-9_-]+");
    private static final Pattern KEY = Pattern.compile("[0-9]*[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> OPERATORS = Set.of(
            "==",
            "!=",
            ">=",
            "<=",
            "=>",
            ">",
            "<",
            "contains",
            "matcheswords",
            "startswith",
            "endswith",
            "matchesregex");

    private final RuleTokens tokens;

    TraitRuleParser(String text) {
        tokens = new RuleTokens(text, TOKEN);
    }

    TraitRule rule() {
        TraitRule read = either();
        tokens.end();
        return read;
    }

    private TraitRule either() {
        List<TraitRule> parts = new ArrayList<>(List.of(both()));
        while (tokens.skip("OR")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new TraitRule.Joined(false, List.copyOf(parts));
    }

    private TraitRule both() {
        List<TraitRule> parts = new ArrayList<>(List.of(one()));
        while (tokens.skip("AND")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new TraitRule.Joined(true, List.copyOf(parts));
    }

    private TraitRule one() {
        if (tokens.skip("NOT")) {
            return new TraitRule.Negated(one());
        }
        if (tokens.skip("(")) {
            TraitRule inner = either();
            tokens.expect(")");
            return inner;
        }
        return comparison();
    }

    private TraitRule comparison() {
        String key = unquoted(tokens.take());
        tokens.check(KEY.matcher(key).matches());
        String operator = tokens.take().toLowerCase(Locale.ROOT);
        String value = tokens.take();
        tokens.check(value.startsWith("\"") || value.matches("-?\\d+(\\.\\d+)?"));
        tokens.check(OPERATORS.contains(operator));
        String wanted = unquoted(value).toLowerCase(Locale.ROOT);
        return new TraitRule.Comparison(
                key,
                operator.equals("==") ? Optional.of(wanted) : Optional.empty(),
                operator.equals("!="),
                test(operator, wanted, unquoted(value)));
    }

    private static Predicate<String> test(String operator, String wanted, String value) {
        return switch (operator) {
            case "==" -> wanted::equals;
            case "!=" -> found -> !found.equals(wanted);
            case "contains" -> found -> found.contains(wanted);
            case "matcheswords" -> found -> Arrays.asList(found.split("\\W+")).containsAll(words(wanted));
            case "startswith" -> found -> found.startsWith(wanted);
            case "endswith" -> found -> found.endsWith(wanted);
            case "matchesregex" -> regex(value).asMatchPredicate();
            case ">" -> found -> compared(found, wanted) > 0;
            case "<" -> found -> compared(found, wanted) < 0;
            case "<=" -> found -> compared(found, wanted) <= 0;
            default -> found -> compared(found, wanted) >= 0;
        };
    }

    /** UNVERIFIED: that all words must be there, in any order. */
    private static List<String> words(String wanted) {
        return Arrays.stream(wanted.split("\\W+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Pattern regex(String value) {
        try {
            return Pattern.compile(value, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new RuleError("traitRule: " + e.getDescription());
        }
    }

    /** By number when both are numbers, else by text. */
    private static int compared(String found, String wanted) {
        try {
            return new BigDecimal(found).compareTo(new BigDecimal(wanted));
        } catch (NumberFormatException e) {
            return found.compareTo(wanted);
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }
}
