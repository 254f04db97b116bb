// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Destinations. {@link #ensure} recognises one by its name, and holds it to its type. Only URL and cookie destinations can be created; one with mappings cannot
 * be deleted.
 */
public interface Destinations extends Resource<Destination, DestinationDraft, DestinationQuery> {
    /** The segments mapped to a destination. */
    Mappings mappings(long destination);

    /** What became of a destination's files that were sent within {@code period}. Left: {@code NotFound}. */
    Either<BridgeError, Seq<OutboundFileStatus>> outboundHistory(long id, Period period, CallOptions options);

    /** How many destinations there may be, and are. */
    Either<BridgeError, Limits> limits(CallOptions options);
}
