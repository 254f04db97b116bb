// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * A data file being written, in parts where it grows large. One writer; blocks while it writes. Nothing is visible before it is finished, and exactly one of
 * {@link #finish} and {@link #abort} ends it. Memory does not grow with the rows.
 */
public interface DataFile {
    /**
     * Adds a row. A row that the file cannot carry is left out and counted, and the writing goes on: what an id may be, at most 102,400 bytes a row, at most
     * 200 rows a user and part.
     *
     * <p>Left: {@code InvalidRequest} when the items do nothing in a file of this mode, or the files could not be written; abort then.
     *
     * @return whether the row stands in the file
     */
    Either<BridgeError, Boolean> add(String user, DataItems items);

    /** Makes the files visible. Left: {@code Conflict} when a file of that stamp with other content is there. */
    Either<BridgeError, DataFileReport> finish();

    /** Gives up: nothing was ever there. Never fails; may be called after a failed {@link #finish}. */
    void abort();
}
