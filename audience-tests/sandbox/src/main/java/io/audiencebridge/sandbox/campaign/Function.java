// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the expression language.
 *
 * @param least how many values it needs
 * @param most how many it takes
 * @param type what it gives; null for what one of its arguments is
 * @param likeArgument which argument that is
 * @param body what it does with the values
 */
record Function(int least, int most, @Nullable ColumnType type, int likeArgument, Body body) {
    static final int ANY = Integer.MAX_VALUE;

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        String apply(List<String> values);
    }

    static Function of(int least, int most, ColumnType type, Body body) {
        return new Function(least, most, type, 0, body);
    }

    static Function like(int argument, int least, int most, Body body) {
        return new Function(least, most, null, argument, body);
    }
}
