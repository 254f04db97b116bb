// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** The files that a destination writes, as exports with their rows. Blocks; safe for use by several threads, each with its own rows. */
public interface PlatformExports {
    /** The exports of an audience that are there. A file that another destination or audience owns is left alone. Left: {@code InvalidRequest} for a template that cannot be read. */
    Either<BridgeError, ExportListing> list(
            ExportDestination destination, ExportAudience audience, CallOptions options);

    /** The rows of an export; the caller closes them. */
    Either<BridgeError, ExportRows> rows(ExportDestination destination, PlatformExport export, CallOptions options);
}
