// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one inbound file. The counters are those of the receipt mail. Source: audience-manager.md, section 4.8.
 */
final class InboundFile {
    /** Whether it was taken in. */
    enum Status {
        /** It waits for the next processing run. */
        WAITING,
        /** Its rows were read. */
        PROCESSED,
        /** Nothing of it was read; the reason says why. */
        REJECTED
    }

    /** What is counted. */
    enum Counter {
        /** Lines. */
        RECEIVED("receivedRecords"),
        /** Lines that are not an id, one TAB and items. */
        FORMAT_ERRORS("formatErrors"),
        /** Ids that are no 38 digits where they must be. */
        INVALID_AAM_IDS("invalidAamIds"),
        /** Device ids of the wrong form, and declared ids with characters that they must not have. */
        INVALID_DEVICE_IDS("invalidDeviceIds"),
        /** Customer ids of a cookie source that were never synced: the sandbox syncs none. */
        NO_MATCHING_AAM_IDS("noMatchingAamIds"),
        /** Lines of which no item hit a trait. */
        NO_TRAIT_REALIZED("noTraitRealized"),
        /** Lines that had an effect. */
        STORED("storedRecords"),
        /** Key-value pairs. */
        SIGNALS("totalSignals"),
        /** Lines whose pairs hit no rule. */
        UNUSED_SIGNALS("unusedSignals"),
        /** Traits given. */
        REALIZED("realizedTraits"),
        /** Traits taken. */
        REMOVED("removedTraits"),
        /** Traits that the target data source does not own, or that are no onboarded ones. */
        FAILED_VALIDATION("totalTraitsFailedValidation"),
        /** Traits that were too young when the file arrived. Not part of the real receipt. */
        TOO_YOUNG("traitsNotLive"),
        /** Lines dropped for their length or as the 201st of their id. Not part of the real receipt. */
        DROPPED("droppedRecords");

        private final String label;

        Counter(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final String key;
    private final long size;
    private final String eTag;
    private final Instant arrived;
    private final Map<Counter, Long> counters = new EnumMap<>(Counter.class);
    private Status status = Status.WAITING;
    private String reason = "";
    private long dataSource;
    private Optional<Instant> processed = Optional.empty();

    InboundFile(String key, long size, String eTag, Instant arrived) {
        this.key = key;
        this.size = size;
        this.eTag = eTag;
        this.arrived = arrived;
    }

    void count(Counter counter) {
        add(counter, 1);
    }

    void add(Counter counter, long number) {
        counters.merge(counter, number, Long::sum);
    }

    long counted(Counter counter) {
        return counters.getOrDefault(counter, 0L);
    }

    /** All counters by their labels, zeros too. */
    Map<String, Long> counters() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            all.put(counter.label(), counted(counter));
        }
        return all;
    }

    void processed(long idSource, Instant at) {
        dataSource = idSource;
        status = Status.PROCESSED;
        processed = Optional.of(at);
    }

    void rejected(String why, Instant at) {
        counters.clear();
        status = Status.REJECTED;
        reason = why;
        processed = Optional.of(at);
    }

    boolean isVersion(String otherTag) {
        return eTag.equals(otherTag);
    }

    String key() {
        return key;
    }

    String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** In bytes, as it lies in the bucket. */
    long size() {
        return size;
    }

    Instant arrived() {
        return arrived;
    }

    Status status() {
        return status;
    }

    String reason() {
        return reason;
    }

    long dataSource() {
        return dataSource;
    }

    Optional<Instant> processedAt() {
        return processed;
    }
}
