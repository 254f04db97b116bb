// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.BulkReport;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Limits;
import io.audiencebridge.adapter.audiencemanager.client.RuleVerdict;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.SegmentQuery;
import io.audiencebridge.adapter.audiencemanager.client.Segments;
import io.audiencebridge.adapter.audiencemanager.client.SizeEstimate;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Segments, for whoever calls Audience Manager directly. */
final class SegmentClient extends ResourceClient<Segment, SegmentDraft, SegmentQuery> implements Segments {
    private final SegmentCalls segments;

    SegmentClient(SegmentCalls segments, int pageSize) {
        super(segments.endpoint(), pageSize);
        this.segments = segments;
    }

    @Override
    Parameters filters(SegmentQuery query) {
        return Parameters.NONE
                .with("folderId", query.folderId())
                .with("dataSourceId", query.dataSourceId())
                .with("mergeRuleDataSourceId", query.mergeRuleDataSourceId())
                .with("containsTrait", query.containsTrait())
                .with("integrationCode", query.integrationCode())
                .with("status", query.active().map(active -> active ? "ACTIVE" : "INACTIVE"))
                .with("updatedSince", query.changedSince().map(since -> Long.toString(since.toEpochMilli())))
                .when(query.population(), "includeMetrics");
    }

    @Override
    Either<BridgeError, Segment> ensured(SegmentDraft draft, Call call) {
        return segments.ensure(draft, call);
    }

    @Override
    public Either<BridgeError, Option<Segment>> coded(String integrationCode, CallOptions options) {
        return segments.coded(integrationCode, options.begin());
    }

    @Override
    public Either<BridgeError, SizeEstimate> estimate(String rule, CallOptions options) {
        return Estimates.of(segments.endpoint().rest(), rule, options.begin());
    }

    @Override
    public Either<BridgeError, RuleVerdict> validate(String rule, CallOptions options) {
        return Verdicts.of(segments.endpoint().rest(), "segments/validate/", rule, options.begin());
    }

    @Override
    public Either<BridgeError, BulkReport<Segment>> replaceMergeRule(
            long fromDataSourceId, long toDataSourceId, CallOptions options) {
        return new MergeRuleReplacement(segments.endpoint(), pageSize(), options.begin())
                .run(fromDataSourceId, toDataSourceId);
    }

    @Override
    public Either<BridgeError, Limits> limits(CallOptions options) {
        return LimitsReader.of(segments.endpoint(), options.begin());
    }
}
