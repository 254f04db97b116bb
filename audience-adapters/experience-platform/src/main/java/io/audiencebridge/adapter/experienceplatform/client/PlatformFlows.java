// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * The dataflows to destinations. Source: Experience Platform, "Flow Service API".
 *
 * <p>Every change names the state it was made for. Where somebody else was faster, the methods that take a flow's id read it again and make their change
 * anew, {@code ExperiencePlatformSettings.changeAttempts()} times in all; then, and in {@link #patch}, the answer is {@code Conflict}. What is as wanted
 * already is left alone, so that a call whose outcome is not known is simply made again. A flow that is gone, also in between, is {@code NotFound}.
 * Guardrails are checked before the call and answer {@code InvalidRequest}. Blocks; safe for use by several threads.
 */
public interface PlatformFlows {
    /** The flows that lead to destinations. */
    Pages<Flow> destinations(CallOptions options);

    /** A flow; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<Flow>> find(String flow, CallOptions options);

    /** Exports an audience, or changes how it is exported. */
    Either<BridgeError, FlowVersion> activate(String flow, AudienceActivation activation, CallOptions options);

    /** Exports an audience no more. */
    Either<BridgeError, FlowVersion> deactivate(String flow, String audience, CallOptions options);

    /** Adds a column, or renames the one of that source. */
    Either<BridgeError, FlowVersion> addColumn(String flow, ExportColumn column, CallOptions options);

    /** Takes the column of that source away. */
    Either<BridgeError, FlowVersion> removeColumn(String flow, String source, CallOptions options);

    /** Makes any other change: {@code steps} sees the flow as it is, each time it is read; no steps leave it alone. */
    Either<BridgeError, FlowVersion> change(
            String flow, Function<Flow, Either<BridgeError, Seq<PatchStep>>> steps, CallOptions options);

    /** Makes a change for the state that was seen, once. Left: {@code Conflict} when the flow has another state by now. */
    Either<BridgeError, FlowVersion> patch(FlowVersion seen, Seq<PatchStep> steps, CallOptions options);

    /** Lets it run; right: whether it runs now. */
    Either<BridgeError, Boolean> enable(String flow, CallOptions options);

    /** Stops it; right: whether it runs now. */
    Either<BridgeError, Boolean> disable(String flow, CallOptions options);

    /** Deletes it; right: whether it was there. */
    Either<BridgeError, Boolean> delete(String flow, CallOptions options);
}
