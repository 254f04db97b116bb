// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inbound files that were seen, by their key. Guarded by the company's lock.
 *
 * <p>UNVERIFIED: the member names of {@code /datasources/{id}/history/inbound}.
 */
public final class InboundHistory {
    private final Map<String, InboundFile> files = new LinkedHashMap<>();

    /** Remembers an object; the same object again is nothing new, another one under its key replaces it. */
    void arrived(StoredObject object, Instant at) {
        InboundFile known = files.get(object.key());
        if (known == null || !known.isVersion(object.eTag())) {
            files.remove(object.key());
            files.put(object.key(), new InboundFile(object.key(), object.size(), object.eTag(), at));
        }
    }

    /** All files, the first that came first. */
    public Collection<InboundFile> files() {
        return files.values();
    }

    void clear() {
        files.clear();
    }

    /** The processed files of a data source between two times in milliseconds. */
    public ArrayNode of(long dataSource, long from, long until) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        files.values().stream()
                .filter(file -> file.status() == InboundFile.Status.PROCESSED)
                .filter(file -> file.dataSource() == dataSource)
                .filter(file -> file.processedAt()
                        .map(Instant::toEpochMilli)
                        .filter(at -> at >= from && at <= until)
                        .isPresent())
                .forEach(file -> history.add(item(file)));
        return history;
    }

    private static ObjectNode item(InboundFile file) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("dataFileName", file.name())
                .put("dataSourceId", file.dataSource());
        for (InboundFile.Counter counter : InboundFile.Counter.values()) {
            item.put(counter.label(), file.counted(counter));
        }
        long at = file.processedAt().map(Instant::toEpochMilli).orElse(0L);
        item.put("startTime", at).put("endTime", at);
        ArrayNode samples = item.putArray("samples");
        file.samples()
                .forEach(sample -> samples.addObject()
                        .put("errorType", sample.type().label())
                        .put("lineNumber", sample.number())
                        .put("line", sample.line()));
        return item;
    }
}
