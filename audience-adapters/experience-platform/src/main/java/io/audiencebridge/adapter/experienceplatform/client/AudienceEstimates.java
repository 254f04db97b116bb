// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** How large audiences would be. Source: Experience Platform, "Previews and estimates API". Blocks; safe for use by several threads. */
public interface AudienceEstimates {
    /** Begins to count; right: the preview's id. */
    Either<BridgeError, String> preview(String pql, CallOptions options);

    /** What has been counted; none when there is no such preview any more: they live fifteen minutes. */
    Either<BridgeError, Option<AudienceEstimate>> find(String preview, CallOptions options);
}
