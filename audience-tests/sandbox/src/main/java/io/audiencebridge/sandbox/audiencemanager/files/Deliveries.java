// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.s3.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files on their way, and those that arrived. Guarded by the company's lock. */
final class Deliveries {
    private final ObjectStore objects;
    private final String bucket;
    private final OutboundHistory history;
    private final List<Delivery> waiting = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();

    private record Arrived(String key, Instant at) {}

    Deliveries(ObjectStore objects, String bucket, OutboundHistory history) {
        this.objects = objects;
        this.bucket = bucket;
        this.history = history;
    }

    void add(Delivery delivery) {
        waiting.add(delivery);
    }

    /** The keys of the files on their way, in the order in which they were written. */
    List<String> waiting() {
        return waiting.stream().map(Delivery::key).toList();
    }

    Optional<Instant> next() {
        return waiting.stream().flatMap(delivery -> delivery.due().stream()).min(Comparator.naturalOrder());
    }

    /** Lets arrive what is due. */
    void catchUp(Instant now) {
        List<Delivery> due = waiting.stream()
                .filter(delivery ->
                        delivery.due().filter(at -> !at.isAfter(now)).isPresent())
                .toList();
        due.forEach(delivery -> arrive(delivery, now));
    }

    private void arrive(Delivery delivery, Instant now) {
        waiting.remove(delivery);
        delivery.arrive();
        arrived.add(new Arrived(delivery.key(), now));
        delivery.file().ifPresent(file -> history.add(file.arrived(now)));
    }

    /**
     * Lets a file arrive now.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    void deliver(String key, Instant now) {
        arrive(find(key), now);
    }

    /** Loses a file: it never arrives. */
    void lose(String key) {
        Delivery lost = find(key);
        waiting.remove(lost);
        discard(lost);
    }

    private Delivery find(String key) {
        return waiting.stream()
                .filter(delivery -> delivery.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No file '" + key + "' is on its way; there are " + waiting()));
    }

    private void discard(Delivery delivery) {
        delivery.arrive();
        objects.delete(bucket, delivery.key());
    }

    /** Removes what arrived before a time. */
    void removeOlder(Instant oldest) {
        arrived.stream().filter(file -> file.at().isBefore(oldest)).forEach(file -> objects.delete(bucket, file.key()));
        arrived.removeIf(file -> file.at().isBefore(oldest));
    }

    void clear() {
        waiting.forEach(this::discard);
        waiting.clear();
        arrived.clear();
    }
}
