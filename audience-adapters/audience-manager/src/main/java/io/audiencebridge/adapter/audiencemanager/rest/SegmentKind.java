// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/** {@code /segments}. */
final class SegmentKind implements Kind<Segment, SegmentDraft> {
    /**
     * UNVERIFIED: which metric is a segment's current size. The total population of the last day is documented as the devices that qualify as of
     * yesterday.
     */
    private static final String[] SIZES = {"totalUniques1Day", "totalUniquesLifetime"};

    private static final Pattern COUNTS = Pattern.compile("(instant|total)Uniques.+");

    @Override
    public String path() {
        return "segments/";
    }

    @Override
    public String word() {
        return "segment";
    }

    @Override
    public String key() {
        return "sid";
    }

    @Override
    public Parameters details() {
        return Parameters.NONE.with("includeMetrics", "true");
    }

    @Override
    public long id(Segment segment) {
        return segment.sid();
    }

    @Override
    public Either<BridgeError, Segment> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a segment", call, key())
                .map(sid -> Segment.builder()
                        .sid(sid)
                        .name(fields.text("name").orElse(""))
                        .description(fields.text("description"))
                        .rule(fields.text("segmentRule").orElse(""))
                        .dataSourceId(fields.number("dataSourceId").orElse(0))
                        .folderId(fields.number("folderId").orElse(0))
                        .mergeRuleDataSourceId(fields.number("mergeRuleDataSourceId"))
                        .integrationCode(fields.text("integrationCode"))
                        .active(fields.active("status"))
                        .created(fields.instant("createTime"))
                        .modified(fields.instant("updateTime", "createTime"))
                        .devices(fields.number(SIZES))
                        .population(fields.figures(COUNTS))
                        .build());
    }

    @Override
    public ObjectNode write(SegmentDraft draft) {
        return new Body()
                .text("name", draft.name())
                .text("segmentRule", draft.rule())
                .number("dataSourceId", draft.dataSourceId())
                .number("folderId", draft.folderId())
                .text("integrationCode", draft.integrationCode())
                .number("mergeRuleDataSourceId", draft.mergeRuleDataSourceId())
                .text("description", draft.description())
                .text("status", draft.active() ? "ACTIVE" : "INACTIVE")
                .node();
    }

    /** A new segment is active by itself. */
    @Override
    public ObjectNode newborn(SegmentDraft draft) {
        ObjectNode body = write(draft);
        return draft.active() ? body.without("status") : body;
    }

    @Override
    public Seq<Violation> check(SegmentDraft draft) {
        long traits = new SegmentRule(draft.rule()).traits();
        return DocumentedLimits.name(draft.name())
                .appendAll(DocumentedLimits.code(draft.integrationCode()))
                .appendAll(DocumentedLimits.positive("dataSourceId", draft.dataSourceId()))
                .appendAll(DocumentedLimits.when(
                        draft.rule().isBlank(), "rule", "is empty; a segment needs one, such as 101T"))
                .appendAll(DocumentedLimits.when(
                        traits > DocumentedLimits.TRAITS_OF_A_SEGMENT,
                        "rule",
                        "names " + traits + " traits; " + DocumentedLimits.TRAITS_OF_A_SEGMENT + " are allowed"));
    }
}
