// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An audience and everybody who ever was in it. Guarded by the population's lock. */
public final class Audience {
    private final String id;
    private String name;
    private final Map<String, Membership> memberships = new LinkedHashMap<>();

    Audience(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** Its UUID. */
    public String id() {
        return id;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    /** How a person stands in it; empty for one who never was in it. */
    public Optional<Membership> membership(String profile) {
        return Optional.ofNullable(memberships.get(profile));
    }

    /** The ids of all who ever were in it, by their first coming. */
    public Stream<String> everybody() {
        return memberships.keySet().stream();
    }

    /** The ids of those who are in it. */
    public Stream<String> members() {
        return memberships.entrySet().stream()
                .filter(entry -> entry.getValue().realized())
                .map(Map.Entry::getKey);
    }

    /** Who is in it already does not qualify again, and who is not cannot exit. */
    void change(String profile, boolean realized, Instant at) {
        boolean before = membership(profile).map(Membership::realized).orElse(false);
        if (before != realized) {
            memberships.put(profile, new Membership(realized, at));
        }
    }
}
