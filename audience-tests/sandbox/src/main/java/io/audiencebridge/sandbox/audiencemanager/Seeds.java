// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.BatchFiles;
import io.audiencebridge.sandbox.audiencemanager.profiles.Realizations;
import io.audiencebridge.sandbox.audiencemanager.profiles.Subjects;
import io.audiencebridge.sandbox.audiencemanager.rules.RuleError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@code POST /seed} adds: arrays of objects as the REST API takes them, each with its number if it wants one. A
 * trait may bring its holders in {@code members}, ids of its own data source; a mapping names its {@code destinationId}. {@code amend} changes what is there, see {@link
 * Amendments}. Beside them what only Adobe's people can set up: {@code mergeRules}, {@code fileDestinations} and their {@code orders}; the {@code openPgpKey}; and {@code deliveries},
 * files on their way that arrive now or are lost.
 */
final class Seeds {
    static final Set<String> KEYS = Set.of(
            "dataSources",
            "traits",
            "segments",
            "mappings",
            "amend",
            "mergeRules",
            "fileDestinations",
            "orders",
            "openPgpKey",
            "deliveries");

    private final Company company;
    private final BatchFiles files;

    Seeds(Company company, BatchFiles files) {
        this.company = company;
        this.files = files;
    }

    /** Adds all or nothing. */
    void add(String key, JsonNode value) {
        if (key.equals("openPgpKey")) {
            files.openPgpSecretKey(
                    value.path("secretKey").asText(), value.path("passphrase").asText(""));
            return;
        }
        if (key.equals("amend")) {
            new Amendments(company).apply(value);
            return;
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be a JSON array of objects");
        }
        try {
            switch (key) {
                case "dataSources" -> add(company.dataSources(), value, DataSourceResource::read);
                case "traits" -> add(company.traits(), value, body -> TraitResource.read(company, body));
                case "mappings" -> value.forEach(new MappingResource(company)::seed);
                case "mergeRules" -> value.forEach(new AdminData(company)::mergeRule);
                case "fileDestinations" -> value.forEach(new AdminData(company)::fileDestination);
                case "orders" -> value.forEach(this::order);
                case "deliveries" -> value.forEach(this::deliver);
                default -> add(company.segments(), value, body -> SegmentResource.read(company, body));
            }
        } catch (RuleError e) {
            throw new IllegalArgumentException(key + ": " + e.reason(), e);
        } catch (ApiError e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage() + " " + e.reasons(), e);
        }
    }

    private void order(JsonNode order) {
        if (!(order instanceof ObjectNode object)) {
            throw new IllegalArgumentException("An order is a JSON object");
        }
        files.order(object);
    }

    private void deliver(JsonNode delivery) {
        if (delivery.path("lost").asBoolean()) {
            files.lose(delivery.path("key").asText());
        } else {
            files.deliver(delivery.path("key").asText());
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
        Subjects subjects = company.profiles().subjects(source);
        Realizations holders =
                company.profiles().store(source).of(trait.path("sid").asLong());
        for (JsonNode member : members) {
            byte[] text = member.asText().getBytes(StandardCharsets.UTF_8);
            if (!company.profiles().kind(source).fits(text, 0, text.length)) {
                throw new IllegalArgumentException("'" + member.asText() + "' is no id of data source " + source);
            }
            subjects.profiles(
                    subjects.introduced(text, 0, text.length), profile -> holders.realize(profile, company.now()));
        }
    }
}
