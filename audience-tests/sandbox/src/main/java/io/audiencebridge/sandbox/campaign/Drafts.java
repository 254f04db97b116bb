// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** New entities that are not yet written: an id, what the server fills in, and what the caller gave. Source: campaign.md, section 3.3. */
final class Drafts {
    private static final Set<String> NOT_COPIED = Set.of("@id", "@created", "@lastModified", "@isAMC", "@aamMappingId");

    private final CampaignData data;

    Drafts(CampaignData data) {
        this.data = data;
    }

    /** A draft with these columns and inner elements. */
    String of(Schema schema, Map<String, String> given, List<Element> inner) {
        StringBuilder elements = new StringBuilder();
        inner.forEach(element -> append(element, elements));
        return draft(schema, given, elements.toString());
    }

    /** A draft that says what a record says, but for what must be its own. */
    String copy(Schema schema, Row row) {
        Map<String, String> columns = new LinkedHashMap<>();
        schema.columns().stream()
                .filter(column -> column.startsWith("@") && !NOT_COPIED.contains(column))
                .filter(column -> !column.equals(schema.key()))
                .forEach(column -> columns.put(column, row.column(column)));
        return draft(schema, columns, "");
    }

    private String draft(Schema schema, Map<String, String> given, String inner) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("@id", given.getOrDefault("@id", Long.toString(data.nextNumber())));
        columns.putAll(filled(schema, columns.get("@id"), given));
        given.forEach((column, value) -> {
            if (column.startsWith("@")) {
                columns.put(column, value);
            }
        });
        StringBuilder out = new StringBuilder("<" + schema.element() + " _operation='insert'");
        columns.forEach((column, value) -> attribute(column.substring(1), value, out));
        attribute("xtkschema", schema.id(), out);
        return out + (inner.isEmpty() ? "/>" : ">" + inner + "</" + schema.element() + ">");
    }

    /** What the server adds. */
    private Map<String, String> filled(
            Schema schema, @org.jspecify.annotations.Nullable String id, Map<String, String> given) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (schema == Schema.RECIPIENT) {
            columns.put("@folder-id", Folders.RECIPIENTS);
            return columns;
        }
        if (schema == Schema.RELATION || schema == Schema.TRACKING_LOG || id == null || !Ids.isNumber(id)) {
            return columns;
        }
        Entry entry = new Entry(schema, Long.parseLong(id), data);
        given.forEach((column, value) -> {
            if (schema.has(column)) {
                entry.set(column, value);
            }
        });
        Defaults.fill(entry, data.now());
        entry.snapshot().entrySet().stream()
                .filter(one -> one.getKey().startsWith("@") && schema.type(one.getKey()) != ColumnType.SECRET)
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> columns.put(one.getKey(), one.getValue()));
        return columns;
    }

    private static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("='").append(Texts.escaped(value)).append('\'');
    }

    private static void append(Element element, StringBuilder out) {
        String name = Dom.name(element);
        out.append('<').append(name);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.item(i).getNodeName();
            if (!attribute.startsWith("xmlns") && !attribute.contains(":")) {
                attribute(attribute, attributes.item(i).getNodeValue(), out);
            }
        }
        out.append('>');
        List<Element> children = Dom.children(element);
        children.forEach(child -> append(child, out));
        if (children.isEmpty()) {
            out.append(Texts.escaped(element.getTextContent()));
        }
        out.append("</").append(name).append('>');
    }
}
