// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Searches segments of all origins. Source: Experience Platform, "Segment search API". Blocks; safe for use by several threads. */
public interface SegmentSearch {
    /** The origins, such as {@code AAMSegments} and {@code AEPSegments}. */
    Either<BridgeError, Seq<SegmentNamespace>> namespaces(CallOptions options);

    /** Segments of an origin whose names or descriptions hold {@code text}; all for an empty one. */
    Either<BridgeError, Seq<FoundSegment>> find(String namespace, String text, CallOptions options);
}
