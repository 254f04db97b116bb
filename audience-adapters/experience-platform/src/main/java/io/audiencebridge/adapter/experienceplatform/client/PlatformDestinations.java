// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Sets up destinations. Source: Experience Platform, "Connect to batch destinations and activate data using the Flow Service API". Blocks; safe for use by
 * several threads.
 */
public interface PlatformDestinations {
    /**
     * Sees that a destination is there. One whose flow has its name is left as it is, whoever made it. Otherwise two connections, what is read, where it is
     * written and the flow between them are created in the documented order, each unless it is there by its name: a call that ended early is made again and
     * goes on where it stopped. Credentials of a connection that is there are not compared, since Platform does not show them. Left: {@code InvalidRequest}
     * also when the sandbox has as many destinations as it may, {@code Conflict} when the one of that name is of another kind.
     */
    Either<BridgeError, DestinationSetup> ensure(DestinationOrder order, CallOptions options);

    /** The kinds of connections. */
    Either<BridgeError, Seq<ConnectionSpec>> connectionSpecs(CallOptions options);

    /** The id of the flow spec that leads to a kind of destination: looked up, or {@link DestinationKind#FALLBACK_FLOW_SPEC} where nothing is found. */
    Either<BridgeError, String> flowSpec(DestinationKind kind, CallOptions options);
}
