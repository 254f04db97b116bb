// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The runs of flows. Source: Experience Platform, "Flow Service API", runs. Blocks; safe for use by several threads. */
public interface PlatformRuns {
    /** The runs of a flow, in Platform's order; a failed one is an item like the others, see {@link FlowRun#state()}. */
    Pages<FlowRun> list(String flow, CallOptions options);

    /** A run; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<FlowRun>> find(String run, CallOptions options);
}
