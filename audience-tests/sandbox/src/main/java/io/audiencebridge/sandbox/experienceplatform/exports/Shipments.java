// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files on their way, and how they arrive: in time, held, in any order, in part, twice or never. Guarded by the emulator's lock. */
public final class Shipments {
    private final Storages storages;
    private final List<Shipment> waiting = new ArrayList<>();
    private final Map<String, Shipment> arrived = new LinkedHashMap<>();
    private boolean holding;

    Shipments(Storages storages) {
        this.storages = storages;
    }

    void add(Shipment shipment) {
        waiting.add(shipment);
    }

    /** Whether what is written from now on waits for a word. */
    public void hold(boolean wanted) {
        holding = wanted;
    }

    /** Whether what is written waits for a word. */
    public boolean isHolding() {
        return holding;
    }

    /** The names of the files on their way, in the order in which they are to arrive. */
    public List<String> onTheWay() {
        return waiting.stream().map(Shipment::name).toList();
    }

    /** The names of the files that arrived, oldest first, each once. */
    public List<String> arrived() {
        return List.copyOf(arrived.keySet());
    }

    Optional<Instant> nextDue() {
        return waiting.stream().flatMap(shipment -> shipment.due().stream()).min(Comparator.naturalOrder());
    }

    void catchUp(Instant now) {
        waiting.stream()
                .filter(shipment ->
                        shipment.due().filter(at -> !at.isAfter(now)).isPresent())
                .toList()
                .forEach(shipment -> arrive(shipment, shipment.due().orElse(now)));
    }

    /**
     * Lets a file arrive.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void deliver(String name, Instant now) {
        arrive(find(name), now);
    }

    /**
     * Lets the first bytes of a file arrive under its name; the whole one is still on its way.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void deliverPart(String name, int bytes) throws IOException {
        Shipment shipment = find(name);
        try (InputStream content = Files.newInputStream(shipment.content())) {
            storages.write(shipment.target(), name, new ByteArrayInputStream(content.readNBytes(bytes)));
        }
    }

    /**
     * Writes a file again that arrived before.
     *
     * @param as the name it gets now
     * @throws IllegalArgumentException if it never arrived
     */
    public void deliverAgain(String name, String as) throws IOException {
        Shipment shipment = arrived.get(name);
        if (shipment == null) {
            throw new IllegalArgumentException("No file '" + name + "' arrived; there are " + arrived.keySet());
        }
        write(shipment.as(as));
    }

    /**
     * Loses a file: it never arrives.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void lose(String name, Instant now) {
        Shipment lost = find(name);
        waiting.remove(lost);
        complete(lost.run(), now);
    }

    /** Stops a destination's runs where they are. */
    void abort(String destination, Instant now, String why) {
        waiting.stream()
                .filter(shipment -> shipment.run().destination().equals(destination))
                .forEach(shipment -> shipment.run().fail(now, why));
        waiting.removeIf(shipment -> shipment.run().destination().equals(destination));
    }

    private Shipment find(String name) {
        return waiting.stream()
                .filter(shipment -> shipment.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No file '" + name + "' is on its way; there are " + onTheWay()));
    }

    private void arrive(Shipment shipment, Instant now) {
        waiting.remove(shipment);
        try {
            write(shipment);
            arrived.put(shipment.name(), shipment);
            complete(shipment.run(), now);
        } catch (IOException e) {
            waiting.removeIf(other -> other.run() == shipment.run());
            shipment.run().fail(now, Runs.ABORTED);
        }
    }

    private void write(Shipment shipment) throws IOException {
        try (InputStream content = Files.newInputStream(shipment.content())) {
            storages.write(shipment.target(), shipment.name(), content);
        }
    }

    private void complete(Run run, Instant now) {
        if (waiting.stream().noneMatch(shipment -> shipment.run() == run)) {
            run.complete(now);
        }
    }

    void clear() {
        waiting.clear();
        arrived.clear();
        holding = false;
    }
}
