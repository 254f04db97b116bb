// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code /destinations/{id}/mappings}. The documentation has three names of a mapping's number and two of its destination's (C14). */
final class MappingKind implements Kind<Mapping, MappingDraft> {
    private static final String DELETED = "deleted";

    private final long destination;
    private final InstantSource clock;

    MappingKind(long destination, InstantSource clock) {
        this.destination = destination;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "destinations/" + destination + "/mappings/";
    }

    @Override
    public String word() {
        return "mapping";
    }

    @Override
    public String key() {
        return "destinationMappingId";
    }

    @Override
    public boolean deletedInBulk() {
        return false;
    }

    @Override
    public long id(Mapping mapping) {
        return mapping.id();
    }

    @Override
    public Either<BridgeError, Mapping> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        Optional<String> status = fields.text("elementStatus", "status");
        return fields.required("a mapping", call, "sid")
                .map(segment -> Mapping.builder()
                        .segment(segment)
                        .id(fields.number(key(), "mappingId", "traitToDataOrderId")
                                .orElse(0))
                        .destinationId(fields.number("destinationId", "orderId").orElse(0))
                        .alias(fields.text("traitAlias"))
                        .valueAlias(fields.text("valueAlias"))
                        .url(fields.text("url"))
                        .startDate(fields.date("startDate"))
                        .endDate(fields.date("endDate"))
                        .active(fields.active("elementStatus", "status"))
                        .deleted(status.filter(DELETED::equalsIgnoreCase).isPresent())
                        .build());
    }

    @Override
    public ObjectNode write(MappingDraft draft) {
        return new Body()
                .number("sid", draft.segment())
                .text("traitType", "SEGMENT")
                .text("startDate", draft.startDate())
                .text("endDate", draft.endDate())
                .text("traitAlias", draft.alias())
                .text("valueAlias", draft.valueAlias())
                .text("url", draft.url())
                .node();
    }

    @Override
    public ObjectNode newborn(MappingDraft draft) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return write(MappingDraft.builder()
                .from(draft)
                .startDate(draft.startDate().orElse(today))
                .build());
    }

    @Override
    public Seq<Violation> check(MappingDraft draft) {
        boolean reversed = draft.startDate().isPresent()
                && draft.endDate()
                        .filter(end -> end.isBefore(draft.startDate().get()))
                        .isPresent();
        boolean blank = draft.alias().filter(String::isBlank).isPresent();
        return DocumentedLimits.positive("segment", draft.segment())
                .appendAll(DocumentedLimits.when(blank, "alias", "is empty; leave it out, or use the segment's number"))
                .appendAll(DocumentedLimits.when(reversed, "endDate", "lies before startDate"));
    }
}
