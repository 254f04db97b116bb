// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Segment definitions. Source: Experience Platform, "Segment definitions API". Blocks; safe for use by several threads. */
public interface SegmentDefinitions {
    /** All of them. */
    Pages<SegmentDefinition> list(CallOptions options);

    /** One; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<SegmentDefinition>> find(String id, CallOptions options);

    /** A new one. */
    Either<BridgeError, SegmentDefinition> create(String name, String description, String pql, CallOptions options);

    /** Deletes one; right: whether it was there. */
    Either<BridgeError, Boolean> delete(String id, CallOptions options);
}
