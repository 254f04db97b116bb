// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rules;

/**
 * A piece of a rule's text.
 *
 * @param kind what it is
 * @param text itself; of a quoted text what stands between the quotes
 * @param column where it begins, from 1
 */
public record Token(Kind kind, String text, int column) {
    /** The kinds of pieces. */
    public enum Kind {
        /** Letters, digits, {@code _}, {@code -} and {@code .} in a row: a keyword, a trait, a key, a number. */
        WORD,
        /** A text in double quotes. */
        QUOTED,
        /** {@code =}, {@code <}, {@code >} and {@code !} in a row. */
        OPERATOR,
        /** One of {@code ( ) [ ] ,}. */
        PUNCTUATION,
        /** A text whose closing quote is missing. */
        UNCLOSED,
        /** A character that has no place in a rule. */
        STRAY,
        /** There is no more. */
        END
    }

    /** Whether it is that punctuation mark. */
    public boolean isMark(String mark) {
        return kind == Kind.PUNCTUATION && text.equals(mark);
    }

    /** Whether it is that keyword, in any letter case. */
    public boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }
}
