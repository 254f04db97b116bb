// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.audiencemanager.profiles.Trait;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit;
import io.audiencebridge.sandbox.audiencemanager.rules.Signals;
import io.audiencebridge.sandbox.audiencemanager.rules.TraitRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a call does to the traits of its visitor. Source: audience-manager.md, sections 1.2, 1.6 and 6.1. */
final class Realization {
    /** A trait younger than this is not known to the servers yet. */
    static final Duration LIVE_AFTER = Duration.ofHours(4);

    private final Partner partner;
    private final Visit visit;
    private final Set<Long> owners;

    /** For traits of these data sources only; none is for all. */
    Realization(Partner partner, Visit visit, Set<Long> owners) {
        this.partner = partner;
        this.visit = visit;
        this.owners = owners;
    }

    /** Realizes every rule-based trait whose rule is true. */
    void evaluate(Signals signals) {
        matching(signals).forEach(this::realize);
    }

    /** The live rule-based traits whose rule is true. */
    List<Long> matching(Signals signals) {
        Instant now = partner.definitions().now();
        List<Long> matching = new ArrayList<>();
        partner.definitions()
                .traits()
                .filter(trait -> trait.type() == Trait.Type.RULE_BASED)
                .filter(trait -> isAffected(trait, now))
                .filter(trait -> TraitRule.parse(trait.rule()).test(signals))
                .forEach(trait -> matching.add(trait.sid()));
        return matching;
    }

    /** Realizes a trait by its number; one that is not there, not live or not of those data sources is left alone. */
    boolean realize(long sid) {
        Instant now = partner.definitions().now();
        return partner.definitions()
                .trait(sid)
                .filter(trait -> isAffected(trait, now))
                .filter(trait -> partner.visits().realize(visit, sid))
                .isPresent();
    }

    private boolean isAffected(Trait trait, Instant now) {
        boolean live = !trait.created().plus(LIVE_AFTER).isAfter(now);
        return live && (owners.isEmpty() || owners.contains(trait.dataSource()));
    }
}
