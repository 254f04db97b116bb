// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import io.audiencebridge.sandbox.experienceplatform.people.Membership;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What Experience Platform holds, without the wire: people, audiences, who comes and leaves when, and destinations that export on the
 * virtual clock. Thread-safe; every answer is a snapshot.
 */
public final class SandboxExperiencePlatform {
    private final Tenant tenant;

    SandboxExperiencePlatform(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Adds people, or replaces those of their ids; attributes and identities alone are no change of a membership. */
    public void put(Profile... profiles) {
        put(List.of(profiles));
    }

    /** Likewise. */
    public void put(Collection<Profile> profiles) {
        tenant.act(() -> profiles.forEach(tenant.people()::put));
    }

    /** Adds an audience without members and gives its id. */
    public String addAudience(String name) {
        return addAudience(UUID.randomUUID().toString(), name);
    }

    /** Adds an audience under an id of one's own, which should be a UUID, and gives it back. */
    public String addAudience(String id, String name) {
        tenant.act(() -> tenant.people().add(id, name));
        return id;
    }

    /**
     * Lets people come into an audience now; those who are in it stay as they are.
     *
     * @throws IllegalArgumentException if the audience or one of the people is unknown
     */
    public void qualify(String audience, String... profiles) {
        qualify(audience, tenant.now(), List.of(profiles));
    }

    /** Lets people come into an audience at a time of the virtual clock, which may be still to come. */
    public void qualify(String audience, Instant at, Collection<String> profiles) {
        change(audience, true, at, profiles);
    }

    /** Lets people leave an audience now; those who are not in it stay as they are. */
    public void exit(String audience, String... profiles) {
        exit(audience, tenant.now(), List.of(profiles));
    }

    /** Lets people leave an audience at a time of the virtual clock, which may be still to come. */
    public void exit(String audience, Instant at, Collection<String> profiles) {
        change(audience, false, at, profiles);
    }

    private void change(String audience, boolean realized, Instant at, Collection<String> profiles) {
        List<String> ids = List.copyOf(profiles);
        tenant.act(() -> tenant.people().change(audience, realized, at, ids));
    }

    /** The ids of those who are in an audience, by their first coming. */
    public List<String> members(String audience) {
        return tenant.with(() -> tenant.people().audience(audience).members().toList());
    }

    /** Where a person who is, or was, in an audience stands. */
    public Membership membership(String audience, String profile) {
        return tenant.with(() -> tenant.people()
                .audience(audience)
                .membership(profile)
                .orElseThrow(() -> new IllegalArgumentException("Nobody '" + profile + "' ever was in " + audience)));
    }

    /** The ids of all audiences, those that were made over the wire too. */
    public List<String> audiences() {
        return tenant.with(
                () -> tenant.people().audiences().stream().map(Audience::id).toList());
    }

    /** Adds a destination without REST, which exports on its schedules from now on, and gives its id. */
    public String addDestination(Destination destination) {
        String id = UUID.randomUUID().toString();
        changeDestination(id, destination);
        return id;
    }

    /** Replaces a destination; exports of audiences that stay in it go on where they are. */
    public void changeDestination(String id, Destination destination) {
        tenant.act(() -> tenant.exporter().put(id, destination, tenant.now()));
    }

    /** Takes a destination away, in the middle of a run too: what has not arrived never does. */
    public void removeDestination(String id) {
        tenant.act(() -> tenant.exporter().remove(id, tenant.now()));
    }

    /**
     * Exports an audience of a destination at once, whatever its schedule says; the next increment goes on from here.
     *
     * @throws IllegalArgumentException if there is no such destination, or no such audience in it
     */
    public Run export(String destination, String audience) {
        return tenant.with(() -> tenant.exporter().exportNow(destination, audience, tenant.now(), false));
    }

    /** All runs, oldest first. */
    public List<Run> runs() {
        return tenant.with(() -> tenant.exporter().runs().all());
    }

    /** The files that exports write, and how they arrive. */
    public SandboxPlatformFiles files() {
        return new SandboxPlatformFiles(tenant);
    }
}
