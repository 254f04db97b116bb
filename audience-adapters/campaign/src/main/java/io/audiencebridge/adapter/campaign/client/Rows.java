// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * The rows of a query, one after the other, straight off the wire; memory is bounded by one row, whatever the number of rows.
 *
 * <pre>{@code
 * try (Rows rows = queries.select(query, CallOptions.standard()).get()) {
 *     while (rows.next().get()) {
 *         send(rows.row().text(EMAIL));
 *     }
 * }
 * }</pre>
 *
 * <p>Blocks while it reads; the connection stays open between two rows, so a reader should not rest for long. A line that breaks in the middle of a page is
 * asked for again behind the last whole row, a few times; no row comes twice and none is left out. One thread at a time.
 */
public interface Rows extends AutoCloseable {
    /** Right: whether there is another row, which {@link #row()} shows from now on. After a left it answers the same left again. */
    Either<BridgeError, Boolean> next();

    /** The row that {@link #next()} went to; always the same object, whose values change. */
    Row row();

    /** Gives back what it holds; may be called at any time and again. */
    @Override
    void close();
}
