// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Locale;

/** {@code /destinations}. */
final class DestinationKind implements Kind<Destination, DestinationDraft> {
    private final InstantSource clock;

    DestinationKind(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String path() {
        return "destinations/";
    }

    @Override
    public String word() {
        return "destination";
    }

    @Override
    public String key() {
        return "destinationId";
    }

    @Override
    public long id(Destination destination) {
        return destination.id();
    }

    @Override
    public Either<BridgeError, Destination> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a destination", call, key(), "orderId", "dataOrderId")
                .map(id -> Destination.builder()
                        .id(id)
                        .name(fields.text("name").orElse(""))
                        .type(fields.text("destinationType", "type").orElse(""))
                        .description(fields.text("description"))
                        .dataSourceId(fields.number("dataSourceId", "masterDataSourceId"))
                        .startDate(fields.date("startDate"))
                        .endDate(fields.date("endDate"))
                        .domainRestrictions(fields.text("domainRestrictions"))
                        .mappingAutoFiller(fields.text("mappingAutoFiller"))
                        .urlFormat(DestinationFormats.url(fields))
                        .cookieFormat(DestinationFormats.cookie(fields))
                        .active(fields.active("status"))
                        .exportLabels(fields.texts("dataExportLabels"))
                        .mappings(mappings(id, answer.path("mappings"), call))
                        .created(fields.instant("createTime"))
                        .modified(fields.instant("updateTime", "createTime"))
                        .build());
    }

    /** A mapping of something else than a segment is not of interest here. */
    private Seq<Mapping> mappings(long id, JsonNode found, Call call) {
        MappingKind kind = new MappingKind(id, clock);
        return Vector.ofAll(found).flatMap(node -> kind.read(node, call).toOption());
    }

    @Override
    public ObjectNode write(DestinationDraft draft) {
        Body body = new Body()
                .text("name", draft.name())
                .text("description", draft.description().orElse(""))
                .text("destinationType", draft.type())
                .number("dataSourceId", draft.dataSourceId())
                .text("startDate", draft.startDate())
                .text("endDate", draft.endDate())
                .text("domainRestrictions", draft.domainRestrictions())
                .text("mappingAutoFiller", draft.mappingAutoFiller());
        return DestinationFormats.write(draft, body).node();
    }

    @Override
    public Seq<Violation> check(DestinationDraft draft) {
        boolean aliased = draft.urlFormat()
                .map(format -> hasAlias(format.url()) && hasAlias(format.secureUrl()))
                .orElse(true);
        boolean noCookie = draft.type().equals(DestinationDraft.COOKIE)
                && draft.cookieFormat().isEmpty();
        return DocumentedLimits.name(draft.name())
                .appendAll(DocumentedLimits.when(
                        !aliased, "urlFormat", "needs %ALIAS% in both addresses, where the segments' aliases stand"))
                .appendAll(DocumentedLimits.when(
                        noCookie, "cookieFormat", "is missing; a cookie destination needs the cookie's name"));
    }

    @Override
    public Seq<Violation> checkNew(DestinationDraft draft) {
        boolean creatable =
                draft.type().equals(DestinationDraft.URL) || draft.type().equals(DestinationDraft.COOKIE);
        return check(draft)
                .appendAll(DocumentedLimits.when(
                        !creatable,
                        "type",
                        "'" + draft.type() + "' cannot be created by the API, which makes " + DestinationDraft.URL
                                + " and " + DestinationDraft.COOKIE + "; ask Adobe to set the destination up"));
    }

    private static boolean hasAlias(String url) {
        return url.toUpperCase(Locale.ROOT).contains("%ALIAS%");
    }
}
