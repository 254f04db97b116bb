// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /destinations}: those for files are there from the start, those for URLs and cookies can be created. Source:
 * audience-manager.md, section 2.8.
 */
final class DestinationResource extends Resource {
    private static final int LIMIT = 1_000;
    private static final Schema BODY = new Schema()
            .texts("name", "description", "destinationType", "status", "startDate", "endDate", "domainRestrictions")
            .texts("urlFormatString", "secureUrlFormatString", "delimiter", "cookieName", "cnameDomain", "formatType")
            .texts("singleKey", "keySeparator", "valueSeparator", "serializationSeparator", "mappingAutoFiller")
            .texts("devicePlatform")
            .numbers("dataSourceId", "adServerTypeID", "maxSize", "ttl")
            .flags("serializationEnabled")
            .any("siteIDs", "dataExportLabels");

    private final Company company;
    private final MappingResource mappings;
    private final OutboundHistory history;

    DestinationResource(Company company, OutboundHistory history) {
        super(company.destinations());
        this.company = company;
        this.mappings = new MappingResource(company);
        this.history = history;
    }

    @Override
    Optional<Answer> special(ApiRequest request, List<String> path) {
        if (path.equals(List.of("limits"))) {
            return Optional.of(Answer.ok(Limits.of(LIMIT, shelf().size())));
        }
        if (path.equals(List.of("configurations", "available-platforms"))) {
            return Optional.of(Answer.ok(JsonNodeFactory.instance
                    .arrayNode()
                    .add("BROWSER")
                    .add("ANDROID")
                    .add("iOS")
                    .add("ALL")));
        }
        return path.size() > 1 ? below(request, path) : Optional.empty();
    }

    private Optional<Answer> below(ApiRequest request, List<String> path) {
        if (path.get(0).equals("mappings") && path.size() == 2) {
            return Optional.of(mappings.changed(request, path.get(1)));
        }
        ObjectNode destination = shelf().require(path.get(0));
        List<String> rest = path.subList(2, path.size());
        return switch (path.get(1)) {
            case "mappings", "traits", "segments" -> Optional.of(mappings.answer(request, destination, rest));
            case "bulk-create" -> Optional.of(mappings.createSeveral(request, destination));
            case "history" -> Optional.of(Answer.ok(history.of(shelf().id(destination), request)));
            default -> Optional.empty();
        };
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        Optional<String> segment = request.value("containsSegment");
        return items.filter(Filters.equal(request, "restrictType", "destinationType"))
                .filter(item -> segment.isEmpty()
                        || mapped(item, segment.get()).findAny().isPresent());
    }

    private Stream<ObjectNode> mapped(ObjectNode destination, String segment) {
        return company.mappingsOf(shelf().id(destination))
                .filter(mapping -> mapping.path("sid").asText().equals(segment));
    }

    @Override
    ObjectNode listed(ApiRequest request, ObjectNode item) {
        ObjectNode view = shown(request, item);
        view.remove(List.of("crUID", "upUID"));
        request.value("containsSegment").ifPresent(segment -> view.set("mappings", array(mapped(item, segment))));
        return view;
    }

    @Override
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        ObjectNode view = item.deepCopy();
        if (request.flag("includeMappings")) {
            view.set("mappings", array(company.mappingsOf(shelf().id(item))));
        } else {
            view.putNull("mappings");
        }
        return view;
    }

    private ArrayNode array(Stream<ObjectNode> found) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        found.map(mappings::shown).forEach(array::add);
        return array;
    }

    @Override
    ObjectNode create(JsonNode body) {
        ObjectNode read = read(body);
        if (!List.of("PUSH", "ADS").contains(read.path("destinationType").asText())) {
            throw ApiError.invalid("destinationType must be PUSH or ADS; others cannot be created by the API");
        }
        ObjectNode defaults =
                JsonNodeFactory.instance.objectNode().put("status", "ACTIVE").put("domainRestrictions", "all_domains");
        return company.add(shelf(), (ObjectNode) defaults.setAll(read));
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        ObjectNode read = read(body);
        read.set("destinationType", item.path("destinationType"));
        item.setAll(read);
        company.touch(item);
    }

    private static ObjectNode read(JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "name", "destinationType");
        Checks.shortEnough(read, violations, "name");
        Checks.oneOf(read, violations, "destinationType", "PUSH", "ADS", "S2S", "PULL");
        Checks.refuse(violations);
        return read;
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long id = shelf().id(item);
        if (company.mappingsOf(id).findAny().isPresent()) {
            throw ApiError.conflict("Destination " + id + " has mappings; delete them first");
        }
    }
}
