// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * A column of a recipient, safe to stand in an expression.
 *
 * @param expression as Campaign writes it, such as {@code @email} or {@code [location/@city]}
 * @param lastStep how the path of its value in a row ends if the server does not rename it, such as {@code /city}
 */
record FieldPath(String expression, String lastStep) {
    static final String EXPLANATION =
            "is no path to a column; give a plain name such as email, or a path such as [location/@city]";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern STEPS = Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*/){0,5}@?[A-Za-z_][A-Za-z0-9_-]*");

    /** Reads a plain name, which means an attribute, or a path with or without brackets; none when it is neither. */
    static Option<FieldPath> of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Option.some(at("@" + text));
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        if (!STEPS.matcher(bare).matches()) {
            return Option.none();
        }
        boolean plain = bare.startsWith("@") && PLAIN.matcher(bare.substring(1)).matches();
        return Option.some(at(plain ? bare : "[" + bare + "]"));
    }

    private static FieldPath at(String expression) {
        return new FieldPath(
                expression, "/" + expression.replaceAll("^.*[/@\\[]", "").replace("]", ""));
    }
}
