// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.ErrorSample;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.OutboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * What became of files: of inbound ones by data source, of outbound ones by destination. An item of an unknown form is a status that says nothing.
 *
 * <p>UNVERIFIED: the names of the members; every one that follows from the labels of the receipt mail and of the onboarding status report is read. Blocks;
 * safe for use by several threads.
 */
public final class Histories {
    private final RestClient rest;

    /** The histories that {@code rest} sees. */
    public Histories(RestClient rest) {
        this.rest = rest;
    }

    /** The files of a data source that were processed within {@code period}. Left: {@code NotFound} without such a data source. */
    public Either<BridgeError, Seq<InboundFileStatus>> inbound(
            long dataSource, Period period, InboundDetail detail, Call call) {
        Parameters query =
                within(period).with("dataFileName", detail.fileName()).when(detail.samples(), "includeSamplingDetails");
        return items("datasources/" + dataSource + "/history/inbound", query, call)
                .map(found -> found.map(Histories::inbound)
                        .filter(status -> detail.fileName().stream().allMatch(status.fileName()::equals)));
    }

    /** The files of a destination that were sent within {@code period}. Left: {@code NotFound} without such a destination. */
    public Either<BridgeError, Seq<OutboundFileStatus>> outbound(long destination, Period period, Call call) {
        return items("destinations/" + destination + "/history/outbound", within(period), call)
                .map(found -> found.map(Histories::outbound));
    }

    private Either<BridgeError, Seq<JsonNode>> items(String path, Parameters query, Call call) {
        return rest.read(path, query, call)
                .flatMap(answer -> Listing.read(answer, 0, call))
                .map(Listing::items);
    }

    private static Parameters within(Period period) {
        return Parameters.NONE.with("startDate", period.from()).with("endDate", period.until());
    }

    private static InboundFileStatus inbound(JsonNode item) {
        LooseFields fields = new LooseFields(item);
        return InboundFileStatus.builder()
                .fileName(fields.text("dataFileName", "dataSyncFileName", "fileName")
                        .orElse(""))
                .dataSourceId(fields.number("dataSourceId", "dataProviderId", "dpid"))
                .received(fields.number("receivedRecords", "recordsReceived", "received", "records"))
                .processed(fields.number("processedRecords", "recordsProcessed", "processed"))
                .stored(fields.number("storedRecords", "recordsStored", "stored", "successRecords"))
                .formatErrors(fields.number("formatErrors", "formatError", "invalidFormat"))
                .invalidAamIds(fields.number("invalidAamIds", "invalidAamId", "invalidAam"))
                .invalidDeviceIds(fields.number("invalidDeviceIds", "invalidDeviceId"))
                .noMatchingAamIds(fields.number("noMatchingAamIds", "noMatchingAamId", "noMatchingAam"))
                .noTraitRealized(fields.number("noTraitRealized", "noTraitsRealized"))
                .totalSignals(fields.number("totalSignals", "signals"))
                .unusedSignals(fields.number("unusedSignals", "totalUnusedSignals"))
                .realizedTraits(fields.number("realizedTraits", "totalRealizedTraits"))
                .removedTraits(fields.number("removedTraits", "totalRemovedTraits"))
                .traitsFailedValidation(fields.number("traitsFailedValidation", "totalTraitsFailedValidation"))
                .started(fields.instant("startTime", "jobStartTime"))
                .ended(fields.instant("endTime", "jobEndTime"))
                .samples(samples(fields.list("samples", "samplingDetails", "errorSamples")))
                .build();
    }

    private static Vector<ErrorSample> samples(Optional<JsonNode> list) {
        return list.map(found -> Vector.ofAll(found).map(LooseFields::new))
                .orElse(Vector.empty())
                .map(sample -> new ErrorSample(
                        sample.text("errorType", "type", "error").orElse(""),
                        sample.text("line", "sample", "record", "value").orElse("")));
    }

    private static OutboundFileStatus outbound(JsonNode item) {
        LooseFields fields = new LooseFields(item);
        return OutboundFileStatus.builder()
                .fileName(fields.text("dataFileName", "fileName").orElse(""))
                .destinationId(fields.number("orderId", "destinationId", "dataOrderId"))
                .dataSourceId(fields.number("dataProviderId", "dataSourceId"))
                .full(fields.flag("fullPublish", "full"))
                .received(fields.number("receivedRecords", "recordsReceived"))
                .attempted(fields.number("attemptedRecords", "recordsAttempted"))
                .succeeded(fields.number("successRecords", "recordsSucceeded", "successfulRecords"))
                .delivered(fields.flag("success", "succeeded", "delivered"))
                .started(fields.instant("startTime", "startDate"))
                .ended(fields.instant("endTime", "endDate"))
                .build();
    }
}
