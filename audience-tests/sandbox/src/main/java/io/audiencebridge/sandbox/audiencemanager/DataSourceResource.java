// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.InboundHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /datasources}. Source: audience-manager.md, section 2.4. */
final class DataSourceResource extends Resource {
    /** 24 months of 30 days, in seconds. */
    private static final long RETENTION = 62_208_000;

    private static final Duration SAMPLING = Duration.ofDays(14);
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
        defaults.putNull("description").putNull("integrationCode").putNull("subIdType");
        defaults.put("status", "ACTIVE").put("type", "GENERAL");
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
        if (path.size() == 3 && path.subList(1, 3).equals(List.of("history", "inbound"))) {
            return Optional.of(Answer.ok(inbound(request, shelf().require(path.get(0)))));
        }
        if (path.size() > 1 && path.get(1).equals("inbound-mailing-list")) {
            long dataSource = shelf().id(shelf().require(path.get(0)));
            return Optional.of(company.mailingLists().answer(request, dataSource, path.subList(2, path.size())));
        }
        return path.size() == 1
                ? GlobalDataSources.find(path.get(0)).map(item -> global(request, item))
                : Optional.empty();
    }

    private static Answer global(ApiRequest request, ObjectNode item) {
        if (!request.method().equals("GET")) {
            throw ApiError.forbidden(
                    "Data source " + item.path("dataSourceId").asText() + " belongs to nobody and cannot be changed");
        }
        return Answer.ok(item);
    }

    private ArrayNode inbound(ApiRequest request, ObjectNode dataSource) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        Optional<String> name = request.value("dataFileName");
        for (JsonNode file : history.of(
                shelf().id(dataSource), request.millis("startDate", 0), request.millis("endDate", Long.MAX_VALUE))) {
            if (name.isEmpty() || file.path("dataFileName").asText().equals(name.get())) {
                shown.add(file);
            }
        }
        return shown;
    }

    private static ArrayNode texts(Stream<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        Stream<ObjectNode> others = request.flag("includeThirdParty") ? GlobalDataSources.all() : Stream.empty();
        return Stream.concat(items, others)
                .filter(item ->
                        !request.flag("inboundOnly") || item.path("inboundS2S").asBoolean())
                .filter(item -> !request.flag("outboundOnly")
                        || item.path("outboundS2S").asBoolean())
                .filter(Filters.equal(request, "integrationCode", "integrationCode"));
    }

    @Override
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        ObjectNode view = item.deepCopy();
        view.remove(List.of(StartingData.READS, StartingData.AUTHENTICATION));
        if (request.flag("includePermissions")) {
            view.putArray("permissions").add("READ").add("WRITE").add("DELETE");
        }
        return view;
    }

    @Override
    ObjectNode create(JsonNode body) {
        ObjectNode item = company.add(shelf(), (ObjectNode) defaults().setAll(read(body)));
        sample(item, false);
        // UNVERIFIED: how the service forms the two.
        return item.put("customNamespaceId", shelf().id(item)).put("customNamespaceCode", "DS" + shelf().id(item));
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        ObjectNode read = read(body);
        // These two are decided once, when the data source is made.
        read.remove(List.of("uniqueTraitIntegrationCodes", "uniqueSegmentIntegrationCodes"));
        boolean sampled = item.path("samplingEnabled").asBoolean();
        item.setAll(read);
        sample(item, sampled);
        company.touch(item);
    }

    /** Samples of errors are kept for two weeks from when that is switched on. */
    private void sample(ObjectNode item, boolean already) {
        if (item.path("samplingEnabled").asBoolean() && !already) {
            long now = company.clock().millis();
            item.put("samplingStartTime", now).put("samplingEndTime", now + SAMPLING.toMillis());
        }
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
