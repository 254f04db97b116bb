// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@code POST /seed} adds: arrays of objects as the REST API takes them, each with its number if it wants one. A
 * trait may bring its holders in {@code members}, ids of its own data source.
 */
final class Seeds {
    static final Set<String> KEYS = Set.of("dataSources", "traits", "segments");

    private final Company company;

    Seeds(Company company) {
        this.company = company;
    }

    /** Adds all or nothing. */
    void add(String key, JsonNode value) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be a JSON array of objects");
        }
        try {
            switch (key) {
                case "dataSources" -> add(company.dataSources(), value, DataSourceResource::read);
                case "traits" -> add(company.traits(), value, body -> TraitResource.read(company, body));
                default -> add(company.segments(), value, body -> SegmentResource.read(company, body));
            }
        } catch (ApiError e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage() + " " + e.reasons(), e);
        }
    }

    private void add(Shelf shelf, JsonNode bodies, Function<JsonNode, ObjectNode> reader) {
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode body : bodies) {
            items.add(numbered(shelf, body, reader.apply(body)));
        }
        for (int i = 0; i < items.size(); i++) {
            ObjectNode added = company.add(shelf, items.get(i));
            realize(added, bodies.get(i).path("members"));
        }
    }

    private static ObjectNode numbered(Shelf shelf, JsonNode body, ObjectNode read) {
        ObjectNode item = defaults(shelf);
        item.setAll(read);
        long id = body.path(shelf.key()).asLong(0);
        if (id != 0 && shelf.find(id).isPresent()) {
            throw ApiError.conflict(shelf.kind() + " " + id + " exists already");
        }
        return item.put(shelf.key(), id);
    }

    private static ObjectNode defaults(Shelf shelf) {
        return switch (shelf.kind()) {
            case "Trait" -> TraitResource.defaults();
            case "Segment" -> SegmentResource.defaults();
            default -> DataSourceResource.defaults();
        };
    }

    private void realize(ObjectNode trait, JsonNode members) {
        long source = trait.path("dataSourceId").asLong();
        for (JsonNode member : members) {
            byte[] id = member.asText().getBytes(StandardCharsets.UTF_8);
            int number = company.profiles().ids(source).add(id, 0, id.length);
            company.profiles()
                    .of(trait.path("sid").asLong(), source)
                    .realize(number, company.clock().instant());
        }
    }
}
