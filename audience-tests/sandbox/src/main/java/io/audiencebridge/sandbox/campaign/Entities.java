// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Writes an entity of a document: finds the record, resolves its links, and does what {@code _operation} says. Source: campaign.md, section 3.3. */
final class Entities {
    private final CampaignData data;
    private final Changes changes;

    Entities(CampaignData data, Changes changes) {
        this.data = data;
        this.changes = changes;
    }

    void write(Schema schema, Element entity) {
        written(schema, entity, Map.of());
    }

    /** The record that the entity is now; null if it was deleted, or only named and not there. */
    private @Nullable Row written(Schema schema, Element entity, Map<String, String> parent) {
        Map<String, String> columns = new LinkedHashMap<>(columns(schema, entity));
        columns.putAll(parent);
        Row found = find(schema, entity, columns);
        switch (entity.getAttribute("_operation")) {
            case "none" -> {
                return found;
            }
            case "delete" -> {
                changes.delete(required(schema, found));
                return null;
            }
            case "insert" -> found = changes.create(schema, columns.getOrDefault("@id", ""), columns);
            case "update" -> changes.set(required(schema, found), columns);
            case "", "insertOrUpdate" -> {
                if (found == null) {
                    found = changes.create(schema, columns.getOrDefault("@id", ""), columns);
                } else {
                    changes.set(found, columns);
                }
            }
            default ->
                throw SoapFault.inMethod(
                        "XTK-170036 The operation '" + entity.getAttribute("_operation") + "' is unknown.");
        }
        collections(schema, entity, required(schema, found));
        return found;
    }

    private static Row required(Schema schema, @Nullable Row found) {
        if (found == null) {
            throw SoapFault.noRecord(schema.id());
        }
        return found;
    }

    /** The records of collections that stand inside the entity belong to it. */
    private void collections(Schema schema, Element entity, Row row) {
        schema.collections().forEach((name, of) -> {
            String link = of.links().entrySet().stream()
                    .filter(one -> one.getValue() == schema)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            Dom.children(entity, name)
                    .forEach(child -> written(of, child, Map.of("@" + link + "-id", row.column("@id"))));
        });
    }

    /** The columns that an entity gives: attributes, memos, inner elements, and what its links lead to. */
    Map<String, String> columns(Schema schema, Element entity) {
        Map<String, String> columns = new LinkedHashMap<>(attributes(entity, ""));
        for (Element child : Dom.children(entity)) {
            String name = Dom.name(child);
            Schema link = schema.links().get(name);
            if (link != null) {
                columns.put("@" + name + "-id", link(link, child));
            } else if (schema.hasInner(name)) {
                columns.putAll(attributes(child, name + "/"));
            } else if (schema.has(name)) {
                columns.put(name, child.getTextContent());
            } else if (!schema.collections().containsKey(name)) {
                throw SoapFault.unknownPath(name, schema.id());
            }
        }
        return columns;
    }

    private String link(Schema target, Element linked) {
        return required(target, written(target, linked, Map.of())).column("@id");
    }

    /** Attributes that are columns: neither instructions nor namespaces. */
    private static Map<String, String> attributes(Element entity, String prefix) {
        NamedNodeMap map = entity.getAttributes();
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < map.getLength(); i++) {
            String name = map.item(i).getNodeName();
            if (!name.startsWith("_")
                    && !name.startsWith("xmlns")
                    && !name.equals("xtkschema")
                    && !name.contains(":")) {
                columns.put(prefix + "@" + name, map.item(i).getNodeValue());
            }
        }
        return columns;
    }

    private @Nullable Row find(Schema schema, Element entity, Map<String, String> columns) {
        if (schema == Schema.RELATION) {
            return relation(columns);
        }
        String keys = entity.getAttribute("_key");
        if (keys.isEmpty()) {
            String id = columns.getOrDefault("@id", "");
            String name = columns.getOrDefault(schema.key(), "");
            return !id.isEmpty()
                    ? data.find(schema, id)
                    : name.isEmpty() || schema.key().isEmpty() ? null : data.named(schema, name);
        }
        List<Expression.Condition> conditions = Arrays.stream(keys.split(",", -1))
                .map(String::strip)
                .map(path -> isAt(path, schema, entity))
                .toList();
        Predicate<Row> all = row -> conditions.stream().allMatch(one -> one.test(new Tuple(row, null)));
        Stream<Row> candidates = new Candidates(data, new From(schema, null), conditions).rows(Candidates.Order.KEY);
        return candidates.filter(all).findFirst().orElse(null);
    }

    private static Expression.Condition isAt(String path, Schema schema, Element entity) {
        Expression column = new Expression.Column(Path.of(path, schema));
        return Expression.Among.of(column, Stream.of(given(path.replaceAll("[\\[\\]]", ""), entity)));
    }

    /** What an entity says at a path; empty if nothing. */
    private static String given(String path, Element entity) {
        @Nullable Element at = entity;
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length - 1 && at != null; i++) {
            at = Dom.child(at, parts[i]);
        }
        String last = parts[parts.length - 1];
        if (at == null) {
            return "";
        }
        if (last.startsWith("@")) {
            return at.getAttribute(last.substring(1));
        }
        Element text = Dom.child(at, last);
        return text == null ? "" : text.getTextContent();
    }

    private @Nullable Row relation(Map<String, String> columns) {
        RecipientGroup group = data.group(columns.getOrDefault("@group-id", ""));
        if (group == null) {
            throw SoapFault.noParent("nmsrcpgrprel_group");
        }
        String recipient = columns.getOrDefault("@recipient-id", "");
        return group.members().contains(recipient) ? new Relation(group, recipient, data.recipientTable()) : null;
    }
}
