// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportListing;
import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExports;
import io.audiencebridge.adapter.experienceplatform.files.ExportFiles;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** What destinations delivered, each call on its own time. */
final class DeliveredExports implements PlatformExports {
    private final ExportFiles files;

    DeliveredExports(ExportFiles files) {
        this.files = files;
    }

    @Override
    public Either<BridgeError, ExportListing> list(
            ExportDestination destination, ExportAudience audience, CallOptions options) {
        return files.list(destination, audience, options.begin());
    }

    @Override
    public Either<BridgeError, ExportRows> rows(
            ExportDestination destination, PlatformExport export, CallOptions options) {
        return files.rows(destination, export, options.begin());
    }
}
