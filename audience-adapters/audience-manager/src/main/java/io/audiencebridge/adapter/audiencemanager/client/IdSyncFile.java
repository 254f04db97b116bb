// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * An id-sync file being written, in parts where it grows large. One writer; blocks while it writes. Nothing is visible before it is finished, and exactly one
 * of {@link #finish} and {@link #abort} ends it. Memory does not grow with the rows, but for people-based destinations by some 16 bytes a person.
 */
public interface IdSyncFile {
    /**
     * Adds a row: ids that are one person's or device's, in the order of the columns. They are written as they are, not encoded. A row with an id that its
     * column cannot hold, or beyond the ten hashed e-mail addresses of a person, is left out and counted, and the writing goes on.
     *
     * <p>Left: {@code InvalidRequest} when there are more or fewer ids than columns, or the file could not be written; abort then.
     *
     * @return whether the row stands in the file
     */
    Either<BridgeError, Boolean> add(String... ids);

    /** Makes the files visible. Left: {@code Conflict} when a file of that stamp with other content is there. */
    Either<BridgeError, DataFileReport> finish();

    /** Gives up: nothing was ever there. Never fails; may be called after a failed {@link #finish}. */
    void abort();
}
