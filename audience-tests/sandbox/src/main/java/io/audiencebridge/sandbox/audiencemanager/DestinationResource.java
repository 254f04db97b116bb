// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.OutboundHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /destinations}: those for files are there from the start, those for URLs and cookies can be created. Source:
 * audience-manager.md, section 2.8.
 */
final class DestinationResource extends Resource {
    private static final long FILE_LIMIT = 100;
    private static final long ANALYTICS_LIMIT = 10;

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
            return Optional.of(limits());
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

    private Answer limits() {
        long limit = company.switches().destinationLimit();
        return new Limits(limit, shelf().size())
                .of("url", limit, count("PUSH"))
                .of("cookie", limit, count("ADS"))
                .of("serverToServer", FILE_LIMIT, count("S2S"))
                .of("analytics", ANALYTICS_LIMIT, count("ANALYTICS"))
                .answer();
    }

    private long count(String type) {
        return shelf().all().stream()
                .filter(found -> found.path("destinationType").asText().equals(type))
                .count();
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
            case "history" ->
                rest.equals(List.of("outbound"))
                        ? Optional.of(Answer.ok(outbound(request, shelf().id(destination))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private ArrayNode outbound(ApiRequest request, long destination) {
        return history.of(destination, request.millis("startDate", 0), request.millis("endDate", Long.MAX_VALUE));
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
        boolean active = item.path("status").asText().equals("ACTIVE");
        switch (company.switches().statusSpelling()) {
            case "lower" -> view.put("status", active ? "active" : "inactive");
            case "number" -> view.put("status", active ? 1 : 0);
            default -> view.put("status", active ? "ACTIVE" : "INACTIVE");
        }
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
        ObjectNode read = DestinationBody.created(body);
        Limits.check(shelf(), company.switches().destinationLimit());
        ObjectNode defaults = JsonNodeFactory.instance.objectNode().put("domainRestrictions", "all_domains");
        return company.add(shelf(), (ObjectNode) defaults.setAll(read));
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        item.setAll(DestinationBody.replaced(body, item.path("destinationType").asText()));
        company.touch(item);
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long id = shelf().id(item);
        if (company.mappingsOf(id).findAny().isPresent()) {
            throw ApiError.conflict("Destination " + id + " has mappings; delete them first");
        }
    }
}
