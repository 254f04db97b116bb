// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import io.audiencebridge.sandbox.experienceplatform.people.Population;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Exports what is due: changes of membership come before exports, exports before the files on their way. Guarded by the emulator's lock. */
public final class Exporter implements AutoCloseable {
    private final Population people;
    private final ExportSettings settings = new ExportSettings();
    private final Runs runs = new Runs();
    private final PartFiles parts = new PartFiles();
    private final Shipments shipments;
    private final ExportWriter writer;
    private final Map<String, Destination> destinations = new LinkedHashMap<>();
    private final Map<Key, Progress> progress = new LinkedHashMap<>();

    private record Key(String destination, String audience) {}

    /** Exports of these people to these storages. */
    public Exporter(Population people, Storages storages) {
        this.people = people;
        shipments = new Shipments(storages);
        writer = new ExportWriter(people, parts, shipments, settings);
    }

    /** What can be set. */
    public ExportSettings settings() {
        return settings;
    }

    /** The runs. */
    public Runs runs() {
        return runs;
    }

    /** The files on their way. */
    public Shipments shipments() {
        return shipments;
    }

    /** Adds a destination, or replaces one: audiences that were there go on where they are. */
    public void put(String id, Destination destination, Instant now) {
        boolean asleep = Optional.ofNullable(destinations.put(id, destination))
                .filter(before -> !before.isEnabled())
                .isPresent();
        progress.keySet()
                .removeIf(key -> key.destination().equals(id)
                        && destination.activation(key.audience()).isEmpty());
        for (Activation activation : destination.activations()) {
            Progress known =
                    progress.computeIfAbsent(new Key(id, activation.audience()), key -> new Progress(activation, now));
            known.update(activation, now);
            if (asleep) {
                known.skipUntil(now);
            }
        }
    }

    /** Takes a destination away with what is on its way. */
    public void remove(String id, Instant now) {
        destinations.remove(id);
        progress.keySet().removeIf(key -> key.destination().equals(id));
        shipments.abort(id, now, Runs.ABORTED);
    }

    /** When an audience was added to a destination. */
    public Optional<Instant> activatedAt(String id, String audience) {
        return Optional.ofNullable(progress.get(new Key(id, audience))).map(Progress::activatedAt);
    }

    /** Whether a run that nobody scheduled may take place: the audience is in the destination and its schedule covers the time. */
    public boolean mayRun(String id, String audience, Instant now) {
        return Optional.ofNullable(destinations.get(id))
                .flatMap(destination -> destination.activation(audience))
                .filter(activation -> activation.schedule().covers(now))
                .isPresent();
    }

    /**
     * Exports at once, whatever the schedule says.
     *
     * @throws IllegalArgumentException if the destination or the audience in it is unknown
     */
    public Run exportNow(String id, String audience, Instant now, boolean adHoc) {
        Progress known = progress.get(new Key(id, audience));
        if (known == null) {
            throw new IllegalArgumentException("Destination '" + id + "' exports no audience '" + audience + "'");
        }
        return export(new Key(id, audience), known, now, adHoc);
    }

    private Run export(Key key, Progress known, Instant at, boolean adHoc) {
        Destination destination = Objects.requireNonNull(destinations.get(key.destination()));
        Run run = runs.start(key.destination(), key.audience(), at);
        writer.write(run, destination, known, adHoc);
        shipments.catchUp(at);
        return run;
    }

    /** When the next thing falls due. */
    public Optional<Instant> nextDue() {
        return Stream.of(people.nextDue(), nextExport(), shipments.nextDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> nextExport() {
        return awake().flatMap(entry -> entry.getValue().next().stream()).min(Comparator.naturalOrder());
    }

    private Stream<Map.Entry<Key, Progress>> awake() {
        return progress.entrySet().stream()
                .filter(entry -> Optional.ofNullable(
                                destinations.get(entry.getKey().destination()))
                        .filter(Destination::isEnabled)
                        .isPresent());
    }

    /** Does what is due, in the order of time. */
    public void catchUp(Instant now) {
        for (Optional<Instant> due = due(now); due.isPresent(); due = due(now)) {
            Instant time = due.get();
            people.catchUp(time);
            awake().filter(entry -> entry.getValue().next().filter(time::equals).isPresent())
                    .toList()
                    .forEach(entry -> exportScheduled(entry.getKey(), entry.getValue(), time));
            shipments.catchUp(time);
        }
    }

    private void exportScheduled(Key key, Progress known, Instant time) {
        known.skipUntil(time);
        export(key, known, time, false);
    }

    private Optional<Instant> due(Instant now) {
        return nextDue().filter(time -> !time.isAfter(now));
    }

    /** Forgets destinations, runs and files, and turns the settings back. */
    public void reset() {
        destinations.clear();
        progress.clear();
        runs.clear();
        shipments.clear();
        parts.clear();
        settings.settings().reset();
    }

    @Override
    public void close() {
        parts.close();
    }
}
