// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code /datasources}. */
final class DataSourceKind implements Kind<DataSourceFacts, DataSourceDraft> {
    @Override
    public String path() {
        return "datasources/";
    }

    @Override
    public String word() {
        return "data source";
    }

    @Override
    public String key() {
        return "dataSourceId";
    }

    @Override
    public long id(DataSourceFacts source) {
        return source.id();
    }

    @Override
    public Either<BridgeError, DataSourceFacts> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a data source", call, key())
                .map(id -> switches(DataSourceFacts.builder(), fields)
                        .id(id)
                        .name(fields.text("name").orElse(""))
                        .description(fields.text("description"))
                        .integrationCode(fields.text("integrationCode"))
                        .idType(fields.text("idType"))
                        .subIdType(fields.text("subIdType"))
                        .type(fields.text("type"))
                        .visitorIdVersion(fields.number("marketingCloudVisitorIdVersion"))
                        .authenticatedProfileName(fields.text("authenticatedProfileName"))
                        .deviceGraphName(fields.text("deviceGraphName"))
                        .exportRestrictions(fields.texts("dataExportRestrictions"))
                        .retention(seconds(fields.number("customerProfileDataRetention")))
                        .active(fields.active("status"))
                        .namespaceCode(fields.text("customNamespaceCode"))
                        .created(fields.instant("createTime"))
                        .modified(fields.instant("updateTime", "createTime"))
                        .build());
    }

    private static DataSourceFacts.Builder switches(DataSourceFacts.Builder facts, Fields fields) {
        facts.inbound(fields.flag("inboundS2S"))
                .outbound(fields.flag("outboundS2S"))
                .audienceManagerIds(fields.flag("useAudienceManagerVisitorID"))
                .sharing(fields.flag("allowDataSharing"))
                .supportsAuthenticatedProfile(fields.flag("supportsAuthenticatedProfile"))
                .deviceGraph(fields.flag("deviceGraph"))
                .uniqueTraitCodes(fields.flag("uniqueTraitIntegrationCodes"))
                .uniqueSegmentCodes(fields.flag("uniqueSegmentIntegrationCodes"))
                .samplingEnabled(fields.flag("samplingEnabled"));
        return facts;
    }

    @Override
    public ObjectNode write(DataSourceDraft draft) {
        return new Body()
                .text("name", draft.name())
                .text("description", draft.description())
                .text("integrationCode", draft.integrationCode())
                .text("idType", draft.idType())
                .text("subIdType", draft.subIdType())
                .text("type", draft.type())
                .flag("inboundS2S", draft.inbound())
                .flag("outboundS2S", draft.outbound())
                .flag("useAudienceManagerVisitorID", draft.audienceManagerIds())
                .number("marketingCloudVisitorIdVersion", draft.visitorIdVersion())
                .flag("allowDataSharing", draft.sharing())
                .flag("supportsAuthenticatedProfile", draft.supportsAuthenticatedProfile())
                .text("authenticatedProfileName", draft.authenticatedProfileName())
                .flag("deviceGraph", draft.deviceGraph())
                .text("deviceGraphName", draft.deviceGraphName())
                .flag("uniqueTraitIntegrationCodes", draft.uniqueTraitCodes())
                .flag("uniqueSegmentIntegrationCodes", draft.uniqueSegmentCodes())
                .flag("samplingEnabled", draft.samplingEnabled())
                .texts("dataExportRestrictions", draft.exportRestrictions())
                .number("customerProfileDataRetention", inSeconds(draft.retention()))
                .node();
    }

    @Override
    public Seq<Violation> check(DataSourceDraft draft) {
        boolean mixed = draft.idType().equals(Optional.of(DataSourceDraft.CROSS_DEVICE))
                && draft.audienceManagerIds().orElse(false);
        boolean instant = draft.retention().filter(time -> time.toSeconds() < 1).isPresent();
        return DocumentedLimits.name(draft.name())
                .appendAll(DocumentedLimits.code(draft.integrationCode()))
                .appendAll(DocumentedLimits.when(
                        mixed, "audienceManagerIds", "must be false for ids of type " + DataSourceDraft.CROSS_DEVICE))
                .appendAll(DocumentedLimits.when(instant, "retention", "must be a second or more"));
    }

    private static Optional<Duration> seconds(OptionalLong found) {
        return found.isPresent() ? Optional.of(Duration.ofSeconds(found.getAsLong())) : Optional.empty();
    }

    private static OptionalLong inSeconds(Optional<Duration> retention) {
        return retention.map(time -> OptionalLong.of(time.toSeconds())).orElse(OptionalLong.empty());
    }
}
