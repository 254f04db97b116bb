// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import io.audiencebridge.sandbox.experienceplatform.people.Membership;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far the exports of one audience to one destination came. Source: experience-cloud.md, sections 0.1 (X4) and 4.5. */
final class Progress {
    private final Instant activatedAt;
    private final Set<String> lacking = new LinkedHashSet<>();
    private Activation activation;
    private Optional<Instant> next;
    private Optional<Instant> last = Optional.empty();

    Progress(Activation activation, Instant now) {
        this.activation = activation;
        activatedAt = now;
        next = activation.schedule().next(now);
    }

    Optional<Instant> next() {
        return next;
    }

    Instant activatedAt() {
        return activatedAt;
    }

    /** Takes a changed schedule. */
    void update(Activation changed, Instant now) {
        if (!changed.schedule().equals(activation.schedule())) {
            next = changed.schedule().next(now);
        }
        activation = changed;
    }

    /** Leaves out what fell due until a time. */
    void skipUntil(Instant now) {
        next = activation.schedule().next(now);
    }

    /** Whom the export at a time holds, who is due then. */
    List<Member> members(Population people, Destination destination, ExportSettings settings, Instant at) {
        Audience audience = people.audience(activation.audience());
        boolean whole = !activation.isIncremental() || last.isEmpty();
        if (last.isEmpty() && at.isBefore(backfilled())) {
            List<String> all = audience.members().toList();
            lacking.addAll(all.subList((int) Math.max(0, all.size() - settings.firstExportLacks()), all.size()));
        }
        Set<String> late = arrivals(settings, at);
        Stream<String> wanted = whole
                ? audience.members()
                : audience.everybody().filter(id -> late.contains(id) || changed(audience, id, destination));
        List<Member> members = wanted.filter(id -> !lacking.contains(id))
                .flatMap(id -> people.profile(id).stream()
                        .map(profile -> new Member(
                                profile,
                                word(audience, id, settings),
                                membership(audience, id).since())))
                .toList();
        last = Optional.of(at);
        return members;
    }

    private Instant backfilled() {
        return LocalDate.ofInstant(activatedAt, ZoneOffset.UTC)
                .plusDays(1)
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
    }

    /** Those who were not there yet and now are; an increment brings them only if the settings say so. */
    private Set<String> arrivals(ExportSettings settings, Instant at) {
        if (at.isBefore(backfilled())) {
            return Set.of();
        }
        Set<String> late = settings.lackingArrive() ? new LinkedHashSet<>(lacking) : Set.of();
        lacking.clear();
        return late;
    }

    private boolean changed(Audience audience, String id, Destination destination) {
        Membership membership = membership(audience, id);
        return last.filter(before -> membership.since().isAfter(before)).isPresent()
                && (membership.realized() || destination.mapsStatus());
    }

    private String word(Audience audience, String id, ExportSettings settings) {
        Membership membership = membership(audience, id);
        boolean known =
                last.filter(before -> !membership.since().isAfter(before)).isPresent();
        List<String> words = settings.statusWords();
        return membership.realized() ? words.get(known ? 0 : 1) : words.get(2);
    }

    private static Membership membership(Audience audience, String id) {
        return audience.membership(id).orElseThrow();
    }
}
