// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.SizeEstimate;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** The company's segments. Blocks; safe for use by several threads. */
public final class SegmentCalls {
    private static final Parameters WITH_SIZES = Parameters.NONE.with("includeMetrics", "true");

    private final Endpoint<Segment, SegmentDraft> endpoint;
    private final int pageSize;

    /** The segments that {@code rest} sees, {@code pageSize} at a time where all are looked through. */
    public SegmentCalls(RestClient rest, int pageSize) {
        this.endpoint = new Endpoint<>(rest, new SegmentKind());
        this.pageSize = pageSize;
    }

    /** The segment of that number with its size; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<Segment>> find(long sid, Call call) {
        return endpoint.find(sid, call);
    }

    /** The segment of that integration code. */
    public Either<BridgeError, Option<Segment>> coded(String integrationCode, Call call) {
        return endpoint.coded(integrationCode, call);
    }

    /** All segments of exactly that name. */
    public Either<BridgeError, Seq<Segment>> named(String name, Call call) {
        return endpoint.pages(Parameters.NONE.with("search", name), pageSize, call)
                .all()
                .map(found -> found.filter(segment -> segment.name().equals(name)));
    }

    /** A page with sizes, the newest segment first; {@code search} looks into every text of a segment. */
    public Either<BridgeError, Listing<Segment>> newest(Optional<String> search, PageRequest page, Call call) {
        Parameters query = WITH_SIZES
                .with("sortBy", "createTime")
                .with("descending", "true")
                .with("search", search);
        return endpoint.page(query, page, call);
    }

    /** How large a rule is; devices, by a sample, without a merge rule. */
    public Either<BridgeError, SizeEstimate> estimate(String rule, Call call) {
        return Estimates.of(endpoint.rest(), rule, call);
    }

    /** Deletes the segment. Right: whether it was there. */
    public Either<BridgeError, Boolean> delete(long sid, Call call) {
        return endpoint.delete(sid, call);
    }

    /** Creates the segment of a code that was looked for and not found; when somebody else was faster, or nobody knows, the one that is there. */
    public Either<BridgeError, Segment> create(SegmentDraft draft, Call call) {
        return Codes.required(draft.integrationCode())
                .flatMap(code -> Reuse.settled(endpoint.create(draft, call), () -> coded(code, call)));
    }

    /** The segment of the draft's integration code, created if there is none. Left: {@code Conflict} when it is another one. */
    Either<BridgeError, Segment> ensure(SegmentDraft draft, Call call) {
        return Codes.required(draft.integrationCode())
                .flatMap(code -> coded(code, call))
                .flatMap(found -> found.isDefined() ? Either.right(found.get()) : create(draft, call))
                .flatMap(segment -> Likeness.with("segment " + segment.sid())
                        .and("data source", draft.dataSourceId(), segment.dataSourceId())
                        .and("rule", bare(draft.rule()), bare(segment.rule()))
                        .and(
                                "merge rule",
                                draft.mergeRuleDataSourceId().orElse(0),
                                draft.mergeRuleDataSourceId().isEmpty()
                                        ? 0L
                                        : segment.mergeRuleDataSourceId().orElse(0))
                        .held(segment, call));
    }

    Endpoint<Segment, SegmentDraft> endpoint() {
        return endpoint;
    }

    /** Audience Manager may write a rule with other blanks than it was given with. */
    private static String bare(String rule) {
        return rule.strip().replaceAll("\\s+", " ").replaceAll("(?<=\\() | (?=\\))", "");
    }
}
