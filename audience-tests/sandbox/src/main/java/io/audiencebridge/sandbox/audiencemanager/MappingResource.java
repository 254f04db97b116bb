// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /destinations/{id}/mappings}: which segments travel to a destination. Those of file destinations can be created
 * too, as one page of the documentation shows and another denies. Source: audience-manager.md, section 2.9, C7, C14.
 */
final class MappingResource {
    private static final Schema BODY = new Schema()
            .numbers("sid", "priority")
            .texts("traitType", "startDate", "endDate", "url", "secureUrl", "tagCode", "secureTagCode")
            .texts("traitAlias", "valueAlias");

    private static final List<String> EMPTY =
            List.of("endDate", "traitAlias", "valueAlias", "url", "secureUrl", "tagCode", "secureTagCode", "priority");

    private final Company company;
    private final Shelf shelf;

    MappingResource(Company company) {
        this.company = company;
        this.shelf = company.mappings();
    }

    Answer answer(ApiRequest request, ObjectNode destination, List<String> path) {
        long id = company.destinations().id(destination);
        if (path.isEmpty()) {
            return switch (request.method()) {
                case "GET" -> Listing.of(request, listed(request, id), this::shown);
                case "POST" -> Answer.created(shown(create(destination, request.body())));
                default -> throw ApiError.method(request.method());
            };
        }
        ObjectNode mapping = shelf.require(path.get(0));
        if (path.size() > 1 || mapping.path("destinationId").asLong() != id) {
            throw ApiError.missing("Mapping", path.get(0) + " of destination " + id);
        }
        return one(request, mapping);
    }

    private Stream<ObjectNode> listed(ApiRequest request, long destination) {
        Stream<ObjectNode> deleted = request.flag("includeDeletedEntities")
                ? company.deletedMappings().with("destinationId", destination)
                : Stream.empty();
        return Stream.concat(company.mappingsOf(destination), deleted);
    }

    /** {@code PUT /destinations/mappings/{id}}, which the documentation has beside the other form. */
    Answer changed(ApiRequest request, String address) {
        return one(request, shelf.require(address));
    }

    private Answer one(ApiRequest request, ObjectNode mapping) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(shown(mapping));
            case "PUT" -> {
                mapping.setAll(read(request.body()));
                company.touch(mapping);
                yield Answer.ok(shown(mapping));
            }
            case "DELETE" -> {
                shelf.remove(mapping);
                company.deletedMappings().put(mapping);
                yield Answer.deleted();
            }
            default -> throw ApiError.method(request.method());
        };
    }

    Answer createSeveral(ApiRequest request, ObjectNode destination) {
        if (!request.method().equals("POST") || !request.body().isArray()) {
            throw ApiError.invalid("bulk-create needs POST and a JSON array of mappings");
        }
        ArrayNode created = JsonNodeFactory.instance.arrayNode();
        request.body().forEach(body -> created.add(shown(create(destination, body))));
        return Answer.created(created);
    }

    /** Maps as people do it in the user interface, whatever the API is set to allow. */
    void seed(JsonNode body) {
        ObjectNode destination = company.destinations()
                .find(body.path("destinationId").asLong())
                .orElseThrow(() -> new IllegalArgumentException(
                        "'destinationId' must name a destination, but is " + body.path("destinationId")));
        var unused = made(destination, body);
    }

    private ObjectNode create(ObjectNode destination, JsonNode body) {
        boolean files = destination.path("destinationType").asText().equals("S2S");
        if (files && !company.switches().mapsFileDestinations()) {
            throw ApiError.invalid("Segments cannot be mapped to server-to-server destinations by the API");
        }
        return made(destination, body);
    }

    private ObjectNode made(ObjectNode destination, JsonNode body) {
        long id = company.destinations().id(destination);
        ObjectNode read = read(body);
        long sid = read.path("sid").asLong();
        if (company.mappingsOf(id).anyMatch(mapping -> mapping.path("sid").asLong() == sid)) {
            throw ApiError.conflict("Segment " + sid + " is already mapped to destination " + id);
        }
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        EMPTY.forEach(mapping::putNull);
        mapping.setAll(read);
        fillAlias(destination, mapping);
        return company.add(shelf, mapping.put("destinationId", id).put("traitValue", 0));
    }

    /** With auto-fill the service names the segment itself. */
    private void fillAlias(ObjectNode destination, ObjectNode mapping) {
        switch (destination.path("mappingAutoFiller").asText("NONE")) {
            case "SID" -> mapping.put("traitAlias", mapping.path("sid").asText());
            case "IC" ->
                company.segments()
                        .find(mapping.path("sid").asLong())
                        .ifPresent(segment -> mapping.set("traitAlias", segment.path("integrationCode")));
            default -> {
                // The alias is the caller's.
            }
        }
    }

    private ObjectNode read(JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "sid", "traitType", "startDate");
        Checks.oneOf(read, violations, "traitType", "SEGMENT");
        Checks.exists(read, violations, "sid", company.segments());
        for (String member : List.of("startDate", "endDate")) {
            if (!read.path(member).asText("").isEmpty()
                    && !isDate(read.path(member).asText())) {
                violations.add(member + " must be a date like 2026-01-31");
            }
        }
        // Column and item separators of the files: such an alias could not be read back.
        if (read.path("traitAlias").asText("").matches(".*[\\s,].*")) {
            violations.add("traitAlias must not contain blanks or commas");
        }
        Checks.refuse(violations);
        return read;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** With all three names of its number and both of its destination's, unless one is chosen. */
    ObjectNode shown(ObjectNode mapping) {
        ObjectNode view = mapping.deepCopy();
        Switches switches = company.switches();
        long id = shelf.id(mapping);
        named(view, id, switches.mappingIdSpelling(), "mappingId", "destinationMappingId", "traitToDataOrderId");
        named(view, mapping.path("destinationId").asLong(), switches.parentSpelling(), "destinationId", "orderId");
        boolean deleted = shelf.find(id).isEmpty();
        company.segments().find(mapping.path("sid").asLong()).ifPresent(segment -> {
            view.set("elementName", segment.path("name"));
            view.set("elementDescription", segment.path("description"));
            status(view, segment.path("status").asText().equals("ACTIVE") ? "active" : "inactive");
        });
        if (deleted) {
            status(view, "deleted");
        }
        if (switches.shiftsStartDate()) {
            String start = mapping.path("startDate").asText();
            view.put("startDate", LocalDate.parse(start).minusDays(1).toString());
        }
        return view;
    }

    private void status(ObjectNode view, String word) {
        if (company.switches().statusSpelling().equals("number") && word.equals("active")) {
            view.put("elementStatus", 1);
        } else {
            view.put("elementStatus", word);
        }
    }

    private static void named(ObjectNode view, long number, String chosen, String... names) {
        for (String name : names) {
            if (chosen.equals("all") || chosen.equals(name)) {
                view.put(name, number);
            } else {
                view.remove(name);
            }
        }
    }
}
