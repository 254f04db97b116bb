// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A rule over signals: comparisons joined by AND, OR, NOT and parentheses. Of the documented operators only {@code
 * matcheswords} is refused. Source: audience-manager.md, section 3.2.
 */
final class TraitRule {
    private static final Pattern TOKEN = Pattern.compile(
            "[()]|==|!=|>=|<=|=>|>|<|\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?(?![A-Za-z0-9_-])|[A-Za-z0-9_-]+");
    private static final Pattern KEY = Pattern.compile("[0-9]*[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> WORDS = Set.of("contains", "startswith", "endswith", "matchesregex");
    private static final Set<String> SIGNS = Set.of("==", "!=", ">=", "<=", "=>", ">", "<");

    private final RuleTokens tokens;

    private TraitRule(String text) {
        tokens = new RuleTokens(text, TOKEN);
    }

    /** Reads a rule. */
    static Predicate<Signals> parse(String text) {
        TraitRule rule = new TraitRule(text);
        Predicate<Signals> read = rule.either();
        rule.tokens.end();
        return read;
    }

    private Predicate<Signals> either() {
        Predicate<Signals> rule = both();
        while (tokens.skip("OR")) {
            rule = rule.or(both());
        }
        return rule;
    }

    private Predicate<Signals> both() {
        Predicate<Signals> rule = one();
        while (tokens.skip("AND")) {
            rule = rule.and(one());
        }
        return rule;
    }

    private Predicate<Signals> one() {
        if (tokens.skip("NOT")) {
            return one().negate();
        }
        if (tokens.skip("(")) {
            Predicate<Signals> inner = either();
            tokens.expect(")");
            return inner;
        }
        return comparison();
    }

    private Predicate<Signals> comparison() {
        String key = unquoted(tokens.take());
        tokens.check(KEY.matcher(key).matches());
        String operator = tokens.take().toLowerCase(Locale.ROOT);
        String value = tokens.take();
        tokens.check(value.startsWith("\"") || value.matches("-?\\d+(\\.\\d+)?"));
        Predicate<String> test = test(operator, unquoted(value));
        return operator.equals("!=")
                ? signals ->
                        !signals.of(key).isEmpty() && signals.of(key).stream().allMatch(test)
                : signals -> signals.of(key).stream().anyMatch(test);
    }

    private Predicate<String> test(String operator, String value) {
        tokens.check(SIGNS.contains(operator) || WORDS.contains(operator));
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "==" -> wanted::equals;
            case "!=" -> found -> !found.equals(wanted);
            case "contains" -> found -> found.contains(wanted);
            case "startswith" -> found -> found.startsWith(wanted);
            case "endswith" -> found -> found.endsWith(wanted);
            case "matchesregex" -> regex(value).asMatchPredicate();
            case ">" -> found -> compared(found, wanted) > 0;
            case "<" -> found -> compared(found, wanted) < 0;
            case "<=" -> found -> compared(found, wanted) <= 0;
            default -> found -> compared(found, wanted) >= 0;
        };
    }

    private Pattern regex(String value) {
        try {
            return Pattern.compile(value, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw ApiError.invalid("traitRule: " + e.getDescription());
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
