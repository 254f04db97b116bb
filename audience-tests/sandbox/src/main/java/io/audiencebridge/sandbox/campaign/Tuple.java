// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A row of a query's result before its columns are taken.
 *
 * @param base the record of the queried schema
 * @param joined the record of the collection that the query names, one tuple for each; null if it names none or there is none
 * @param totals of a grouped query: what was added up over the group whose first tuple this is; null elsewhere
 */
record Tuple(Row base, @Nullable Row joined, @Nullable Totals totals) {
    Tuple(Row base, @Nullable Row joined) {
        this(base, joined, null);
    }

    Tuple with(Totals added) {
        return new Tuple(base, joined, added);
    }
}
