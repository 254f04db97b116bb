// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code POST /seed}: recipients, and lists of them. */
final class CampaignSeeds {
    static final Set<String> KEYS = Set.of("recipients", "lists");

    private CampaignSeeds() {}

    static void seed(String key, JsonNode value, CampaignData data) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be an array");
        }
        if (key.equals("recipients")) {
            List<SeedRecipient> recipients = new ArrayList<>();
            value.forEach(one -> recipients.add(recipient(one)));
            data.addAll(recipients);
        } else {
            value.forEach(one -> data.addList(text(one, "label"), texts(one, "members")));
        }
    }

    private static SeedRecipient recipient(JsonNode node) {
        String id = text(node, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A recipient needs an 'id'");
        }
        return new SeedRecipient(
                id,
                text(node, "email"),
                text(node, "declaredId"),
                texts(node, "visitorIds"),
                node.path("optedOut").asBoolean(false));
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
