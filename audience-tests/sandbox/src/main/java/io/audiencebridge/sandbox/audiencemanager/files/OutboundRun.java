// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Destination;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Mapping;
import io.audiencebridge.sandbox.audiencemanager.files.OutboundRow.Column;
import io.audiencebridge.sandbox.audiencemanager.profiles.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A publishing run: the files that are due for each destination to which a segment is mapped, also when nobody is in it.
 * Source: audience-manager.md, section 5.5. Guarded by the company's lock.
 */
final class OutboundRun {
    /** Runs count from the start, and the clock goes on while one works. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final Outside outside;
    private final Orders orders;
    private final Deliveries deliveries;
    private final Map<Long, Published> published = new HashMap<>();

    OutboundRun(Outside outside, Orders orders, Deliveries deliveries) {
        this.outside = outside;
        this.orders = orders;
        this.deliveries = deliveries;
    }

    /** What a destination knows: who was in which segment, by the name it has there, and since when. */
    private static final class Published {
        private final Map<Long, Named> segments = new TreeMap<>();
        private Optional<Instant> full = Optional.empty();
        private Optional<Instant> incremental = Optional.empty();
    }

    private record Named(String alias, BitSet members) {}

    void run() {
        outside.destinations().destinations().forEach(this::publish);
    }

    void clear() {
        published.clear();
    }

    private Instant now() {
        return outside.definitions().now();
    }

    private void publish(Destination destination) {
        Published before = published.computeIfAbsent(destination.id(), absent -> new Published());
        Order order = orders.of(destination);
        Map<Long, Named> current = current(destination, before);
        boolean full = due(Order.of(order.fullEvery), before.full);
        boolean incremental = due(Order.of(order.incrementalEvery), before.incremental);
        if (current.isEmpty() || !(full || incremental)) {
            return;
        }
        if (incremental) {
            write(new Batch(destination, order, false, now()), before.segments, current);
            before.incremental = Optional.of(now());
        }
        if (full) {
            write(new Batch(destination, order, true, now()), before.segments, current);
            before.full = Optional.of(now());
        }
        before.segments.putAll(current);
        before.segments.values().removeIf(named -> named.members().isEmpty());
    }

    private boolean due(Optional<Duration> every, Optional<Instant> last) {
        return every.isPresent()
                && last.filter(at -> at.plus(every.get()).minus(SLACK).isAfter(now()))
                        .isEmpty();
    }

    /** Who is in each mapped segment now; one that was taken off its destination has nobody any more. */
    private Map<Long, Named> current(Destination destination, Published before) {
        Map<Long, Named> current = new TreeMap<>();
        List<Mapping> mappings =
                outside.destinations().mappings(destination.id()).toList();
        before.segments.forEach((sid, named) -> {
            if (mappings.stream().noneMatch(mapping -> mapping.sid() == sid)) {
                current.put(sid, new Named(named.alias(), new BitSet()));
            }
        });
        mappings.stream()
                .filter(this::active)
                .forEach(mapping -> current.put(
                        mapping.sid(),
                        new Named(mapping.alias(), outside.population().members(mapping.sid(), destination.master()))));
        return current;
    }

    private boolean active(Mapping mapping) {
        boolean paused = outside.definitions()
                .segment(mapping.sid())
                .filter(Segment::paused)
                .isPresent();
        return mapping.active(LocalDate.ofInstant(now(), ZoneOffset.UTC)) && !paused;
    }

    private void write(Batch batch, Map<Long, Named> before, Map<Long, Named> current) {
        BitSet changed = new BitSet();
        current.forEach((sid, named) -> {
            BitSet different = was(before, sid);
            different.xor(named.members());
            changed.or(different);
        });
        List<Column> columns = new ArrayList<>();
        current.forEach((sid, named) -> {
            BitSet left = was(before, sid);
            left.andNot(named.members());
            columns.add(new Column(sid, named.alias(), shown(batch, named, was(before, sid), changed), left));
        });
        try {
            new BatchWriter(outside, batch, columns).write(deliveries);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write the files " + batch.root(), e);
        }
    }

    private static BitSet was(Map<Long, Named> before, long sid) {
        return Optional.ofNullable(before.get(sid))
                .map(named -> (BitSet) named.members().clone())
                .orElseGet(BitSet::new);
    }

    /** In whose rows a segment stands as current. */
    private static BitSet shown(Batch batch, Named named, BitSet before, BitSet changed) {
        BitSet shown = (BitSet) named.members().clone();
        if (!batch.full() && batch.order().repeatsCurrent.value()) {
            shown.and(changed);
        } else if (!batch.full()) {
            shown.andNot(before);
        }
        return shown;
    }
}
