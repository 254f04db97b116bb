// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.util.Locale;

/** Values inside expressions, escaped so that no value can become a piece of the expression. Source: the escaping rules of Adobe's own client. */
public final class Literal {
    /** In LIKE a macro such as {@code $(folder)} would be read, so the dollar is written as a character code. */
    private static final String DOLLAR = "' + Char('36') + '";

    private Literal() {}

    /** A text. */
    public static String text(String value) {
        return "'" + quoted(value) + "'";
    }

    /** A pattern for LIKE: any text that contains {@code value}, in lower case. */
    public static String containing(String value) {
        String lower = quoted(value.toLowerCase(Locale.ROOT));
        return "'%" + lower.replace("%", "\\%").replace("_", "\\_").replace("$", DOLLAR) + "%'";
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "\\'");
    }
}
