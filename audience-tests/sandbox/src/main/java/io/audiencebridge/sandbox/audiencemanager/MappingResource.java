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

/**
 * {@code /destinations/{id}/mappings}: which segments travel to a destination. Those of file destinations can be created
 * too, as one page of the documentation shows and another denies. Source: audience-manager.md, section 2.9, C7, C14.
 */
final class MappingResource {
    private static final Schema BODY = new Schema()
            .numbers("sid", "priority")
            .texts("traitType", "startDate", "endDate", "url", "secureUrl", "tagCode", "secureTagCode")
            .texts("traitAlias", "valueAlias");

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
                case "GET" -> Listing.of(request, company.mappingsOf(id), this::shown);
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

    private ObjectNode create(ObjectNode destination, JsonNode body) {
        long id = company.destinations().id(destination);
        ObjectNode read = read(body);
        long sid = read.path("sid").asLong();
        if (company.mappingsOf(id).anyMatch(mapping -> mapping.path("sid").asLong() == sid)) {
            throw ApiError.conflict("Segment " + sid + " is already mapped to destination " + id);
        }
        ObjectNode mapping =
                JsonNodeFactory.instance.objectNode().putNull("endDate").putNull("traitAlias");
        mapping.setAll(read);
        return company.add(shelf, mapping.put("destinationId", id).put("traitValue", 0));
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

    /** With all three names of its number and both of its destination's. */
    ObjectNode shown(ObjectNode mapping) {
        ObjectNode view = mapping.deepCopy();
        long id = shelf.id(mapping);
        view.put("mappingId", id).put("traitToDataOrderId", id);
        view.put("orderId", mapping.path("destinationId").asLong());
        company.segments().find(mapping.path("sid").asLong()).ifPresent(segment -> {
            view.set("elementName", segment.path("name"));
            view.set("elementDescription", segment.path("description"));
            view.put("elementStatus", segment.path("status").asText().equals("ACTIVE") ? "active" : "inactive");
        });
        return view;
    }
}
