// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Segments. {@link #ensure} recognises one by its integration code, which it needs, and holds it to data source, rule and, if given, merge rule. */
public interface Segments extends Resource<Segment, SegmentDraft, SegmentQuery> {
    /** The segment of that integration code; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<Segment>> coded(String integrationCode, CallOptions options);

    /** How many devices a rule finds; no people, and no profile merge rule heeded. Nothing is created. */
    Either<BridgeError, SizeEstimate> estimate(String rule, CallOptions options);

    /** Whether Audience Manager takes a rule. Nothing is created. */
    Either<BridgeError, RuleVerdict> validate(String rule, CallOptions options);

    /**
     * Puts all segments under one profile merge rule under another one. Audience Manager answers for all together, so the segments are listed before and
     * looked at afterwards. Right: each segment that was under the old rule as it is now; left in its item where it is still there. Safe to repeat.
     */
    Either<BridgeError, BulkReport<Segment>> replaceMergeRule(
            long fromDataSourceId, long toDataSourceId, CallOptions options);

    /** How many segments there may be, and are. */
    Either<BridgeError, Limits> limits(CallOptions options);
}
