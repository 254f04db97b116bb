// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression cut into words; what is no word of the language is a fault. */
final class Tokens {
    private static final List<String> KINDS = List.of("text", "date", "number", "path", "operator", "word");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:"
                    + "(?<text>'(?:[^'\\\\]|\\\\.)*')"
                    + "|(?<date>#[^#]*#)"
                    + "|(?<number>\\d+(?:\\.\\d+)?)(?![A-Za-z_])"
                    + "|(?<path>\\[[^\\]]*\\]|@[A-Za-z_][A-Za-z0-9_]*)"
                    + "|(?<operator><=|>=|!=|<>|=|<|>|\\(|\\)|,|\\+|-|\\*|/)"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_]*(?:/@?[A-Za-z_][A-Za-z0-9_]*)*))",
            Pattern.DOTALL);
    private static final Token END = new Token("end", "");

    private final String expression;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** A word of an expression and what it is. */
    record Token(String kind, String text) {
        boolean is(String word) {
            return (kind.equals("word") || kind.equals("operator")) && text.equalsIgnoreCase(word);
        }

        /** What stands between the marks of a text or a date. */
        String inner() {
            return text.substring(1, text.length() - 1);
        }
    }

    Tokens(String expression) {
        this.expression = expression;
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        int end = expression.stripTrailing().length();
        while (at < end) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw unreadable();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher) {
        for (String kind : KINDS) {
            if (matcher.group(kind) != null) {
                return new Token(kind, matcher.group(kind));
            }
        }
        throw new IllegalStateException("A token of no kind");
    }

    Token peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    Token take() {
        Token token = peek();
        if (token.equals(END)) {
            throw unreadable();
        }
        next++;
        return token;
    }

    boolean took(String word) {
        if (!peek().is(word)) {
            return false;
        }
        next++;
        return true;
    }

    void expect(String word) {
        if (!took(word)) {
            throw unreadable();
        }
    }

    void expectEnd() {
        if (!peek().equals(END)) {
            throw unreadable();
        }
    }

    SoapFault unreadable() {
        return SoapFault.badExpression(expression);
    }
}
