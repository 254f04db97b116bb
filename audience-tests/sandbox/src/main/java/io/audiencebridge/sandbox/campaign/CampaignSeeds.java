// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxCampaign.SharedAudience;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code POST /seed}: recipients, lists of them, clicks, and records of the smaller schemas by their attributes. */
final class CampaignSeeds {
    private static final Map<String, Schema> RECORDS = Map.of(
            "amcDataSources", Schema.DATA_SOURCE,
            "externalAccounts", Schema.EXTERNAL_ACCOUNT,
            "workflows", Schema.WORKFLOW,
            "folders", Schema.FOLDER,
            "options", Schema.OPTION);

    /** What a seeded list may say beside its members. */
    private static final Map<String, String> LIST_COLUMNS =
            Map.of("type", "@type", "expires", "@expirationDate", "deleteStatus", "@deleteStatus");

    static final Set<String> KEYS = Set.of(
            "recipients",
            "lists",
            "clicks",
            "amcDataSources",
            "externalAccounts",
            "workflows",
            "folders",
            "options",
            "removed",
            "purgedLogs");

    private final CampaignData data;
    private final CampaignControls controls;

    CampaignSeeds(CampaignData data, CampaignControls controls) {
        this.data = data;
        this.controls = controls;
    }

    void seed(String key, JsonNode value) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be an array");
        }
        switch (key) {
            case "recipients" -> {
                List<SeedRecipient> recipients = new ArrayList<>();
                value.forEach(one -> recipients.add(recipient(one)));
                synchronized (data) {
                    data.addAll(recipients);
                }
            }
            case "lists" -> value.forEach(this::list);
            case "clicks" -> value.forEach(this::click);
            case "removed" -> value.forEach(one -> controls.remove(text(one, "schema"), text(one, "name")));
            case "purgedLogs" -> value.forEach(one -> controls.purgeTrackingLogs(time(text(one, "before"), "before")));
            default -> value.forEach(one -> controls.save(schema(key).id(), attributes(one)));
        }
    }

    private static Schema schema(String key) {
        Schema schema = RECORDS.get(key);
        if (schema == null) {
            throw new IllegalArgumentException("Nothing can be seeded with '" + key + "'");
        }
        return schema;
    }

    private static SeedRecipient recipient(JsonNode node) {
        String id = text(node, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A recipient needs an 'id'");
        }
        Map<String, String> columns = new LinkedHashMap<>();
        node.path("columns")
                .properties()
                .forEach(one -> columns.put(one.getKey(), one.getValue().asText()));
        columns.keySet().stream()
                .filter(column -> !Schema.RECIPIENT.has(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalArgumentException("nms:recipient has no column '" + column + "'");
                });
        return new SeedRecipient(
                id,
                text(node, "email"),
                text(node, "declaredId"),
                texts(node, "visitorIds"),
                node.path("optedOut").asBoolean(false),
                columns);
    }

    private void list(JsonNode node) {
        List<String> members = texts(node, "members");
        String id = node.path("ownTable").asBoolean(false)
                ? controls.addOwnTableList(text(node, "label"), members)
                : controls.addList(text(node, "label"), members);
        Map<String, String> more = new LinkedHashMap<>();
        LIST_COLUMNS.forEach((key, column) -> {
            if (node.has(key)) {
                more.put(column, node.path(key).asText());
            }
        });
        if (!more.isEmpty()) {
            controls.changeList(id, more);
        }
        JsonNode audience = node.path("audience");
        if (audience.isObject()) {
            controls.bindList(
                    id,
                    new SharedAudience(
                            text(audience, "name"), text(audience, "segmentId"), text(audience, "dataSource")));
        }
    }

    private void click(JsonNode node) {
        String at = text(node, "at");
        Instant when = at.isEmpty() ? data.now() : time(at, "at");
        controls.addClick(text(node, "recipient"), text(node, "visitorId"), when);
    }

    private static Instant time(String text, String name) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(
                    "'" + name + "' must be a time like 2026-01-31T12:00:00Z, but is '" + text + "'", noTime);
        }
    }

    /** The members of an object as attributes: {@code internalName} is {@code @internalName}. */
    private static Map<String, String> attributes(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.properties()
                .forEach(one -> attributes.put(
                        "@" + one.getKey(),
                        one.getValue().isBoolean()
                                ? one.getValue().asBoolean() ? "1" : "0"
                                : one.getValue().asText()));
        return attributes;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
