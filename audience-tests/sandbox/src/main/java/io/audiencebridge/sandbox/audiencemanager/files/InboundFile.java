// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one inbound file. The counters are those of the receipt mail. Source: audience-manager.md, section 4.8.
 */
public final class InboundFile {
    /** Whether it was taken in. */
    public enum Status {
        /** It waits for the next processing run. */
        WAITING,
        /** Its rows were read. */
        PROCESSED,
        /** Nothing of it was read; the reason says why. */
        REJECTED
    }

    /** What is counted. */
    public enum Counter {
        /** Lines. */
        RECEIVED("receivedRecords"),
        /** Lines that are not an id, one TAB and items. */
        FORMAT_ERRORS("formatErrors"),
        /** Ids that are no 38 digits where they must be. */
        INVALID_AAM_IDS("invalidAamIds"),
        /** Device ids of the wrong form, and declared ids with characters that they must not have. */
        INVALID_DEVICE_IDS("invalidDeviceIds"),
        /** Customer ids of a cookie source that were never synced. */
        NO_MATCHING_AAM_IDS("noMatchingAamIds"),
        /** Lines that count, the dropped ones not among them. */
        PROCESSED("processedRecords"),
        /** Lines of which no item hit a trait. */
        NO_TRAIT_REALIZED("noTraitRealized"),
        /** Lines that had an effect. */
        STORED("storedRecords"),
        /** Key-value pairs. */
        SIGNALS("totalSignals"),
        /** Pairs that hit no rule. */
        UNUSED_SIGNALS("unusedSignals"),
        /** Traits given. */
        REALIZED("realizedTraits"),
        /** Traits taken. */
        REMOVED("removedTraits"),
        /** Traits that the target data source does not own, or that are no onboarded ones. */
        FAILED_VALIDATION("totalTraitsFailedValidation"),
        /** Lines with such traits. */
        USERS_FAILED_VALIDATION("totalUsersFailedValidation"),
        /** Profiles that got or lost a trait, or were cleared. */
        DEVICES("totalDevices"),
        /** Traits that were too young when the file arrived. Not part of the real receipt. */
        TOO_YOUNG("traitsNotLive"),
        /** Lines dropped for their length or as the 201st of their id. Not part of the real receipt. */
        DROPPED("droppedRecords");

        private final String label;

        Counter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How many samples of a kind of error are kept. Source: section 4.8. */
    private static final int SAMPLES = 10;

    private final String key;
    private final long size;
    private final String eTag;
    private final Instant arrived;
    private final Map<Counter, long[]> counters = new EnumMap<>(Counter.class);
    private final List<Sample> samples = new ArrayList<>();
    private boolean sampled;
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
        counters.computeIfAbsent(counter, absent -> new long[1])[0] += number;
    }

    public long counted(Counter counter) {
        return counters.computeIfAbsent(counter, absent -> new long[1])[0];
    }

    /** All counters by their labels, zeros too. */
    public Map<String, Long> counters() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            all.put(counter.label(), counted(counter));
        }
        return all;
    }

    /**
     * A line with an error.
     *
     * @param type the error's counter
     * @param number from 1
     */
    public record Sample(Counter type, long number, String line) {}

    /** Keeps samples of errors from now on. */
    void sample() {
        sampled = true;
    }

    /** Counts an error, and keeps its line if it is among the first of its kind. */
    void error(Counter type, byte[] bytes, int from, int to) {
        count(type);
        if (sampled && counted(type) <= SAMPLES) {
            samples.add(new Sample(
                    type, counted(Counter.RECEIVED), new String(bytes, from, to - from, StandardCharsets.UTF_8)));
        }
    }

    /** The first errors of each kind, if the data source keeps samples. */
    public List<Sample> samples() {
        return samples;
    }

    void processed(long idSource, Instant at) {
        dataSource = idSource;
        status = Status.PROCESSED;
        processed = Optional.of(at);
    }

    void rejected(String why, Instant at) {
        counters.clear();
        samples.clear();
        status = Status.REJECTED;
        reason = why;
        processed = Optional.of(at);
    }

    boolean isVersion(String otherTag) {
        return eTag.equals(otherTag);
    }

    public String key() {
        return key;
    }

    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** In bytes, as it lies in the bucket. */
    public long size() {
        return size;
    }

    public Instant arrived() {
        return arrived;
    }

    public Status status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public long dataSource() {
        return dataSource;
    }

    public Optional<Instant> processedAt() {
        return processed;
    }
}
