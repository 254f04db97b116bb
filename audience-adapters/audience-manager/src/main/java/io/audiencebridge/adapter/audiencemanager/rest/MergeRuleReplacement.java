// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.BulkItem;
import io.audiencebridge.adapter.audiencemanager.client.BulkReport;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Puts segments under another profile merge rule, all by one call, and looks at each afterwards. */
final class MergeRuleReplacement {
    private static final String RULE = "mergeRuleDataSourceId";

    private final Endpoint<Segment, SegmentDraft> segments;
    private final int pageSize;
    private final Call call;

    MergeRuleReplacement(Endpoint<Segment, SegmentDraft> segments, int pageSize, Call call) {
        this.segments = segments;
        this.pageSize = pageSize;
        this.call = call;
    }

    Either<BridgeError, BulkReport<Segment>> run(long from, long to) {
        Vector<Violation> violations = DocumentedLimits.positive("fromDataSourceId", from)
                .appendAll(DocumentedLimits.positive("toDataSourceId", to))
                .appendAll(DocumentedLimits.when(from == to, "toDataSourceId", "is the one there is already"));
        return violations.isEmpty()
                ? under(from).flatMap(before -> before.isEmpty() ? nothing() : replaced(before, from, to))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private Either<BridgeError, BulkReport<Segment>> replaced(Seq<Segment> before, long from, long to) {
        var body = new Body()
                .number("existingMergeRuleDataSourceId", from)
                .number("replaceWithMergeRuleDataSourceId", to)
                .node();
        return segments.rest()
                .ask(segments.kind().path() + "bulk-merge-rule-replace", body, call)
                .flatMap(done -> under(to))
                .map(after -> report(before, after.toMap(Segment::sid, segment -> segment)));
    }

    private BulkReport<Segment> report(Seq<Segment> before, Map<Long, Segment> after) {
        return new BulkReport<>(before.map(segment ->
                new BulkItem<>(segment.sid(), after.get(segment.sid()).toEither(() -> kept(segment)))));
    }

    /** The filter is applied again: a server that ignores it would have every segment changed in the report. */
    private Either<BridgeError, Seq<Segment>> under(long rule) {
        return segments.pages(Parameters.NONE.with(RULE, rule).with("sortBy", "sid"), pageSize, call)
                .all()
                .map(found ->
                        found.filter(segment -> segment.mergeRuleDataSourceId().orElse(0) == rule));
    }

    private BridgeError kept(Segment segment) {
        return new BridgeError.Conflict(
                "Segment " + segment.sid()
                        + " did not get the other merge rule; it may be read-only for this account, or changed meanwhile",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }

    private static Either<BridgeError, BulkReport<Segment>> nothing() {
        return Either.right(new BulkReport<>(Vector.empty()));
    }
}
