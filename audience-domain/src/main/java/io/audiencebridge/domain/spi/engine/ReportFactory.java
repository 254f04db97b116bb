// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Writes reports. Found by {@code ServiceLoader}. Safe for use by several threads; does not block. */
public interface ReportFactory {
    /** The formats that it writes. */
    boolean writes(ReportFormat format);

    /**
     * The report, as text in UTF-8; lines end with a line feed.
     *
     * @return left {@code InvalidRequest} when the report cannot be shown as a whole
     */
    Either<BridgeError, String> write(Report report, ReportFormat format);
}
