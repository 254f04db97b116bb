// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxCampaignServer.ExpiryAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code POST /settings}: all of it before anything changes. */
final class ConductJson {
    private final Conduct conduct;
    private final JsonNode json;
    private final List<Runnable> changes = new ArrayList<>();

    private ConductJson(Conduct conduct, JsonNode json) {
        this.conduct = conduct;
        this.json = json;
    }

    static void apply(JsonNode json, Conduct conduct) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("Campaign's settings are an object, but got " + json);
        }
        ConductJson reading = new ConductJson(conduct, json);
        json.fieldNames().forEachRemaining(reading::read);
        reading.changes.forEach(Runnable::run);
    }

    private void read(String key) {
        switch (key) {
            case "release", "build" -> {
                Conduct.Release now = conduct.release();
                Conduct.Release next = new Conduct.Release(
                        json.path("release").asText(now.name()),
                        json.path("build").asInt(now.build()));
                changes.add(() -> conduct.release(next.name(), next.build()));
            }
            case "expiry" -> {
                ExpiryAnswer shape = expiry(json.path(key).asText());
                changes.add(() -> conduct.answerExpiryWith(shape));
            }
            case "queue" -> {
                JsonNode queue = json.path(key);
                Conduct.EventQueue next = new Conduct.EventQueue(
                        queue.path("pending").asInt(0), queue.path("capacity").asInt(0));
                changes.add(() -> conduct.eventQueue(next.pending(), next.capacity()));
            }
            case "rights" -> {
                List<String> rights = words(key);
                changes.add(() -> conduct.rights(rights));
            }
            case "packages" -> {
                List<String> packages = Permissions.sound(words(key));
                changes.add(() -> conduct.packages(packages));
            }
            case "schemaChanged" -> {
                String schema = conduct.known(json.path(key).asText());
                changes.add(() -> conduct.schemaChanged(schema));
            }
            default -> readFlag(key, flag(key));
        }
    }

    private void readFlag(String key, boolean value) {
        switch (key) {
            case "expireSessions" -> {
                if (value) {
                    changes.add(conduct::expireSessions);
                }
            }
            case "showErrors" -> changes.add(() -> conduct.showErrors(value));
            case "refuseZone" -> changes.add(() -> conduct.refuseZone(value));
            case "sessionTokenOnly" -> changes.add(() -> conduct.sessionTokenOnly(value));
            case "allowUserPassword" -> changes.add(() -> conduct.allowUserPassword(value));
            case "allowDebug" -> changes.add(() -> conduct.allowDebug(value));
            default ->
                throw new IllegalArgumentException("Campaign has no setting '" + key + "'; there are "
                        + conduct.state().keySet() + " and the commands expireSessions, schemaChanged");
        }
    }

    private List<String> words(String key) {
        JsonNode value = json.path(key);
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be an array of texts, but is " + value);
        }
        return value.valueStream().map(JsonNode::asText).toList();
    }

    private boolean flag(String key) {
        JsonNode value = json.path(key);
        // An unknown key is told as one, whatever its value.
        return value.isBoolean() ? value.booleanValue() : value.asText().equals("true");
    }

    private static ExpiryAnswer expiry(String text) {
        for (ExpiryAnswer shape : ExpiryAnswer.values()) {
            if (shape.name().toLowerCase(Locale.ROOT).equals(text)) {
                return shape;
            }
        }
        throw new IllegalArgumentException("'expiry' must be fault, forbidden or text, but is '" + text + "'");
    }
}
