// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * Says that nothing stands in the way of an order to {@link SharingWorkflows}, and what time it is there. The time is journaled before the order is given: a run that dies, or
 * loses the answer, looks for what was taken on since then and does not order twice. Blocks; safe for use by several threads.
 */
public interface OrderTimes {
    /** The system's own time before the import is ordered. Left: as {@link SharingWorkflows#orderImport}. */
    Either<BridgeError, Instant> beforeImport(ImportOrder order, Call call);

    /** The system's own time before the export is ordered. Left: as {@link SharingWorkflows#orderExport}. */
    Either<BridgeError, Instant> beforeExport(ExportOrder order, Call call);
}
