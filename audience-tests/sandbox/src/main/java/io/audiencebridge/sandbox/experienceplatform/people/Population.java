// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles and audiences, and the changes of membership that are still to come. Guarded by the emulator's lock. */
public final class Population {
    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final Map<String, Audience> audiences = new LinkedHashMap<>();
    private final List<Change> coming = new ArrayList<>();

    private record Change(Instant at, Runnable work) {}

    /** Adds a person, or replaces the one of that id. */
    public void put(Profile profile) {
        profiles.put(profile.id(), profile);
    }

    /** A person by id. */
    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** How many people there are. */
    public int size() {
        return profiles.size();
    }

    /** An audience without members. */
    public Audience add(String id, String name) {
        Audience audience = new Audience(id, name);
        audiences.put(id, audience);
        return audience;
    }

    /** All audiences in the order in which they were added. */
    public Collection<Audience> audiences() {
        return audiences.values();
    }

    /** An audience by its id. */
    public Optional<Audience> find(String id) {
        return Optional.ofNullable(audiences.get(id));
    }

    /**
     * An audience by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Audience audience(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("No audience '" + id + "'; there are " + audiences.keySet()));
    }

    /** Gives an audience another name. */
    public void rename(String id, String name) {
        audience(id).rename(name);
    }

    /** Removes an audience. */
    public void remove(String id) {
        audiences.remove(id);
    }

    /**
     * Lets people come into an audience, or leave it, at a time: at once if it has passed, else when the clock gets there.
     *
     * @throws IllegalArgumentException if the audience or one of the people is unknown
     */
    public void change(String audience, boolean realized, Instant at, Collection<String> ids) {
        Audience known = audience(audience);
        for (String id : ids) {
            if (!profiles.containsKey(id)) {
                throw new IllegalArgumentException("No profile '" + id + "'");
            }
        }
        coming.add(new Change(at, () -> ids.forEach(id -> known.change(id, realized, at))));
    }

    /** When the next change falls due. */
    public Optional<Instant> nextDue() {
        return coming.stream().map(Change::at).min(Comparator.naturalOrder());
    }

    /** Lets come what is due, in the order of time. */
    public void catchUp(Instant now) {
        if (coming.isEmpty()) {
            return;
        }
        List<Change> due = coming.stream()
                .filter(change -> !change.at().isAfter(now))
                .sorted(Comparator.comparing(Change::at))
                .toList();
        coming.removeAll(due);
        due.forEach(change -> change.work().run());
    }

    /** Forgets everything. */
    public void clear() {
        profiles.clear();
        audiences.clear();
        coming.clear();
    }
}
