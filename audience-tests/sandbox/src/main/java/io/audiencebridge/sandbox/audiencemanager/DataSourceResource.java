// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /datasources}. Source: audience-manager.md, section 2.4. */
final class DataSourceResource extends Resource {
    /** 24 months of 30 days, in seconds. */
    private static final long RETENTION = 62_208_000;

    private static final Set<String> ID_TYPES = Set.of("COOKIE", "CROSS_DEVICE", "DEVICE_ADVERTISING_ID");
    private static final Schema BODY = new Schema()
            .texts("name", "description", "integrationCode", "idType", "subIdType", "type")
            .texts("authenticatedProfileName", "deviceGraphName")
            .numbers("marketingCloudVisitorIdVersion", "customerProfileDataRetention")
            .flags("inboundS2S", "outboundS2S", "useAudienceManagerVisitorID", "allowDataSharing")
            .flags("masterDataSourceIdProvider", "allowDeviceGraphSharing", "supportsAuthenticatedProfile")
            .flags("deviceGraph", "uniqueTraitIntegrationCodes", "uniqueSegmentIntegrationCodes")
            .flags("samplingEnabled", "linkNamespace")
            .any("dataExportRestrictions", "containerIds");

    private final Company company;
    private final InboundHistory history;

    DataSourceResource(Company company, InboundHistory history) {
        super(company.dataSources());
        this.company = company;
        this.history = history;
    }

    /** A data source with nothing but defaults. */
    static ObjectNode defaults() {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        defaults.putNull("integrationCode").put("status", "ACTIVE").put("type", "GENERAL");
        for (String flag : List.of(
                "inboundS2S",
                "outboundS2S",
                "useAudienceManagerVisitorID",
                "allowDataSharing",
                "masterDataSourceIdProvider",
                "allowDeviceGraphSharing",
                "supportsAuthenticatedProfile",
                "deviceGraph",
                "uniqueTraitIntegrationCodes",
                "uniqueSegmentIntegrationCodes",
                "samplingEnabled")) {
            defaults.put(flag, false);
        }
        defaults.put("marketingCloudVisitorIdVersion", 0).put("customerProfileDataRetention", RETENTION);
        defaults.putArray("dataExportRestrictions");
        defaults.putArray("containerIds");
        return defaults;
    }

    @Override
    Optional<Answer> special(ApiRequest request, List<String> path) {
        if (path.equals(List.of("configurations", "available-id-types"))) {
            return Optional.of(Answer.ok(texts(ID_TYPES.stream().sorted())));
        }
        if (path.equals(List.of("configurations", "marketing-cloud-visitorid-versions"))) {
            return Optional.of(Answer.ok(texts(Stream.of("0", "1"))));
        }
        if (path.size() == 3 && path.get(1).equals("history") && path.get(2).equals("inbound")) {
            return Optional.of(Answer.ok(history.of(shelf().require(path.get(0)), request)));
        }
        return Optional.empty();
    }

    private static ArrayNode texts(Stream<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        Optional<String> code = request.value("integrationCode");
        return items.filter(item ->
                        !request.flag("inboundOnly") || item.path("inboundS2S").asBoolean())
                .filter(item -> !request.flag("outboundOnly")
                        || item.path("outboundS2S").asBoolean())
                .filter(item -> code.isEmpty()
                        || item.path("integrationCode").asText("").equals(code.get()));
    }

    @Override
    ObjectNode listed(ApiRequest request, ObjectNode item) {
        return shown(request, item);
    }

    @Override
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        ObjectNode view = item.deepCopy();
        view.remove(StartingData.READS);
        return view;
    }

    @Override
    ObjectNode create(JsonNode body) {
        return company.add(shelf(), (ObjectNode) defaults().setAll(read(body)));
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        item.setAll(read(body));
        company.touch(item);
    }

    /** The checked members of a body. */
    static ObjectNode read(JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "name");
        String idType = read.path("idType").asText("");
        if (!idType.isEmpty() && !ID_TYPES.contains(idType)) {
            violations.add("idType must be one of " + ID_TYPES.stream().sorted().toList());
        }
        Checks.refuse(violations);
        if (idType.equals("CROSS_DEVICE")) {
            read.put("useAudienceManagerVisitorID", false);
        }
        return read;
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long id = shelf().id(item);
        boolean used = Stream.of(company.traits(), company.segments(), company.destinations())
                        .anyMatch(other ->
                                other.with("dataSourceId", id).findAny().isPresent())
                || company.segments()
                        .with("mergeRuleDataSourceId", id)
                        .findAny()
                        .isPresent();
        if (used) {
            throw ApiError.conflict("Data source " + id + " is in use and cannot be deleted");
        }
    }
}
