// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A row of a query's result before its columns are taken.
 *
 * @param base the record of the queried schema
 * @param joined the record of the collection that the query names, one tuple for each; null if it names none or there is none
 */
record Tuple(Row base, @Nullable Row joined) {}
