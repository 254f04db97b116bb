// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.util.Locale;

/** Values inside expressions, escaped so that no value can become a piece of the expression. Source: the escaping rules of Adobe's own client. */
public final class Literal {
    private Literal() {}

    /** A text. */
    public static String text(String value) {
        return "'" + quoted(value) + "'";
    }

    /**
     * A pattern for LIKE that every text matches which contains {@code value}, in lower case. It may let through more: a dollar, which could begin a macro
     * such as {@code $(folder)}, stands for any character.
     */
    public static String containing(String value) {
        String lower = quoted(value.toLowerCase(Locale.ROOT));
        return "'%" + lower.replace("%", "\\%").replace("_", "\\_").replace("$", "_") + "%'";
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "\\'");
    }
}
