// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The outbound files that were written. Source: audience-manager.md, section 5.6. Guarded by the company's lock. */
public final class OutboundHistory {
    private final List<OutboundFile> files = new ArrayList<>();

    void add(OutboundFile file) {
        files.add(file);
    }

    /** All files, the oldest first. */
    public List<OutboundFile> files() {
        return files;
    }

    void clear() {
        files.clear();
    }

    /** The files of a destination between two times in milliseconds. */
    public ArrayNode of(long destination, long from, long until) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        for (int number = 0; number < files.size(); number++) {
            OutboundFile file = files.get(number);
            long at = file.arrivedAt().toEpochMilli();
            if (file.destination() == destination && at >= from && at <= until) {
                history.add(item(file, number + 1));
            }
        }
        return history;
    }

    private static ObjectNode item(OutboundFile file, int number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pushID", number)
                .put("orderID", file.destination())
                .put("dataProviderID", file.dataSource())
                .put("syncType", "CUSTOMER")
                .put("fullPublish", file.full())
                .put("receivedRecords", file.rows())
                .put("attemptedRecords", file.rows())
                .put("successRecords", file.rows())
                .put("startTime", file.writtenAt().toEpochMilli())
                .put("endTime", file.arrivedAt().toEpochMilli())
                .put("dataFileName", file.name())
                .put("success", true);
    }
}
