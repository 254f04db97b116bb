// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Shares by workflows of the system's own: the bridge orders and looks, the system carries the members. Blocks; safe for use by several threads. */
public interface SharingWorkflows {
    /**
     * Binds the list of that title, created if there is none, to the audience, and sees to it that the system fills it. Safe to repeat.
     *
     * <p>Left: {@code InvalidRequest} when the system knows no such data source or cannot share this way, {@code RejectedBySystem} when its workflows do not run.
     */
    Either<BridgeError, Ordered> orderImport(ImportOrder order, Call call);

    /** How far the import has come. Left: {@code RejectedBySystem} when the workflow stands still or failed. */
    Either<BridgeError, WorkflowState> lookAtImport(ImportOrder order, Ordered ordered, Call call);

    /** Starts the export. Repeating it adds nobody twice. Left: as {@link #orderImport}. */
    Either<BridgeError, Ordered> orderExport(ExportOrder order, Call call);

    /** How far the export has come. Left: {@code RejectedBySystem} when the workflow stands still or failed. */
    Either<BridgeError, WorkflowState> lookAtExport(ExportOrder order, Ordered ordered, Call call);
}
