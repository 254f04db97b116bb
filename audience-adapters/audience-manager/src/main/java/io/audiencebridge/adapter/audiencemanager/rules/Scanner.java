// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rules;

import io.audiencebridge.adapter.audiencemanager.rules.Token.Kind;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Cuts a rule's text into tokens, each character looked at once. The API may have escaped the text for HTML: entities count as the characters that they
 * stand for, inside a quoted text only if its own quotes are entities.
 */
final class Scanner {
    private static final Map<String, Character> ENTITIES = Map.of(
            "&lt;", '<', "&gt;", '>', "&amp;", '&', "&quot;", '"', "&#34;", '"', "&#39;", '\'', "&#x27;", '\'',
            "&apos;", '\'');
    private static final int LONGEST_ENTITY = 6;
    private static final char NOTHING = '\0';

    private final String text;
    private int at;
    private char here;
    private int width;

    Scanner(String text) {
        this.text = text;
        look(true);
    }

    Token next() {
        while (at < text.length() && Character.isWhitespace(here)) {
            step(true);
        }
        int column = at + 1;
        if (at == text.length()) {
            return new Token(Kind.END, "", column);
        }
        if (here == '"') {
            return quoted(column);
        }
        if (inWord(here)) {
            return new Token(Kind.WORD, run(Scanner::inWord), column);
        }
        return inOperator(here) ? new Token(Kind.OPERATOR, run(Scanner::inOperator), column) : single(column);
    }

    private Token single(int column) {
        String mark = String.valueOf(here);
        step(true);
        return new Token("()[],".contains(mark) ? Kind.PUNCTUATION : Kind.STRAY, mark, column);
    }

    /** UNVERIFIED: that a quote inside a quoted text is written with a backslash before it; no other backslash means anything. */
    private Token quoted(int column) {
        boolean escaped = width > 1;
        var content = new StringBuilder();
        step(escaped);
        while (at < text.length() && !closes(escaped)) {
            if (here == '\\' && quoteFollows(escaped)) {
                step(escaped);
            }
            content.append(here);
            step(escaped);
        }
        boolean open = at == text.length();
        step(true);
        return new Token(open ? Kind.UNCLOSED : Kind.QUOTED, content.toString(), column);
    }

    private boolean closes(boolean escaped) {
        return here == '"' && escaped == width > 1;
    }

    private boolean quoteFollows(boolean escaped) {
        return escaped
                ? text.startsWith("&quot;", at + 1) || text.startsWith("&#34;", at + 1)
                : text.startsWith("\"", at + 1);
    }

    private String run(IntPredicate belongs) {
        var word = new StringBuilder();
        while (at < text.length() && belongs.test(here)) {
            word.append(here);
            step(true);
        }
        return word.toString();
    }

    private void step(boolean entities) {
        at = Math.min(text.length(), at + width);
        look(entities);
    }

    private void look(boolean entities) {
        here = at < text.length() ? text.charAt(at) : NOTHING;
        width = 1;
        if (entities && here == '&') {
            entity();
        }
    }

    private void entity() {
        String ahead = text.substring(at, Math.min(text.length(), at + LONGEST_ENTITY));
        int end = ahead.indexOf(';') + 1;
        Character meant = ENTITIES.get(ahead.substring(0, end));
        if (meant != null) {
            here = meant;
            width = end;
        }
    }

    private static boolean inWord(int character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || character == '_'
                || character == '-'
                || character == '.';
    }

    private static boolean inOperator(int character) {
        return character == '=' || character == '<' || character == '>' || character == '!';
    }
}
