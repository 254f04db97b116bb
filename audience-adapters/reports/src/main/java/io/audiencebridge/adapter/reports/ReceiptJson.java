// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Map;
import java.util.List;

/** What a receipt says beside its counts. */
final class ReceiptJson {
    private ReceiptJson() {}

    static ObjectNode of(Receipt receipt, Map<String, Long> sizes) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("run", receipt.run().value())
                .put("state", receipt.state().name())
                .put("route", receipt.route().name());
        receipt.waiting().ifPresent(waiting -> json.set("waiting", waiting(waiting)));
        receipt.visible().ifPresent(window -> json.set("visible", window(window)));
        receipt.late().ifPresent(since -> json.put("late", since.toString()));
        if (!receipt.files().isEmpty()) {
            ArrayNode files = json.putArray("files");
            receipt.files().forEach(name -> {
                ObjectNode file = files.addObject().put("name", name);
                sizes.get(name).forEach(bytes -> file.put("bytes", bytes));
            });
        }
        if (!receipt.expiries().isEmpty()) {
            ArrayNode expiries = json.putArray("expiries");
            receipt.expiries()
                    .forEach(expiry -> expiries.addObject()
                            .put("what", expiry.what().name())
                            .put("at", expiry.at().toString()));
        }
        texts(json, "notices", receipt.notices());
        return json;
    }

    static ObjectNode window(FreshnessWindow window) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("earliest", window.earliest().toString())
                .put("expected", window.expected().toString())
                .put("latest", window.latest().toString())
                .put("late", window.late().toString());
    }

    static ObjectNode waiting(Waiting waiting) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("until", waiting.until().toString())
                .put("because", waiting.because());
    }

    static void texts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode all = json.putArray(name);
            texts.forEach(all::add);
        }
    }

    static void text(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
