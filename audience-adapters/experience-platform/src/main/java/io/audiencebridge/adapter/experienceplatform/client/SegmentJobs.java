// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Evaluations of segments. Source: Experience Platform, "Segment jobs API". Blocks; safe for use by several threads. */
public interface SegmentJobs {
    /** All of them. */
    Pages<SegmentJob> list(CallOptions options);

    /** One; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<SegmentJob>> find(String id, CallOptions options);

    /** Evaluates those segments now. */
    Either<BridgeError, SegmentJob> start(Seq<String> segments, CallOptions options);

    /** Cancels one; right: whether it was there. */
    Either<BridgeError, Boolean> cancel(String id, CallOptions options);
}
