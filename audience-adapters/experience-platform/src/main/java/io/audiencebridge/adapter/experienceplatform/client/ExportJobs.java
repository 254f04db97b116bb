// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Jobs that write profiles into datasets. Source: Experience Platform, "Export jobs API". Blocks; safe for use by several threads. */
public interface ExportJobs {
    /** All of them. */
    Pages<ExportJob> list(CallOptions options);

    /** One; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<ExportJob>> find(long id, CallOptions options);

    /** A new one. */
    Either<BridgeError, ExportJob> start(ExportJobDraft draft, CallOptions options);

    /** Has it cancelled, which takes its time; right: whether Platform will. */
    Either<BridgeError, Boolean> cancel(long id, CallOptions options);
}
