// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.Trait;
import io.audiencebridge.sandbox.audiencemanager.rules.Signals;
import io.audiencebridge.sandbox.audiencemanager.rules.TraitRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The onboarded traits of a target data source, as one file finds them. Source: audience-manager.md, sections 1.6 and 4.4. */
final class TargetTraits {
    private final Map<Long, TraitRule> rules = new LinkedHashMap<>();
    /** Rules that are one comparison for equality, by what it wants: there may be a hundred thousand of them. */
    private final Map<Signals.Signal, List<Long>> sole = new HashMap<>();

    private final Set<Long> live = new HashSet<>();
    private final Set<Long> young = new HashSet<>();

    /**
     * Traits of a data source.
     *
     * @param liveAfter how long a trait takes to become live
     */
    TargetTraits(Definitions definitions, long dataSource, Instant arrived, Duration liveAfter) {
        definitions
                .traits()
                .filter(trait -> trait.dataSource() == dataSource && trait.type() == Trait.Type.ONBOARDED)
                .forEach(trait -> note(trait, arrived, liveAfter));
    }

    private void note(Trait trait, Instant arrived, Duration liveAfter) {
        if (trait.created().plus(liveAfter).isAfter(arrived)) {
            young.add(trait.sid());
            return;
        }
        live.add(trait.sid());
        if (!trait.rule().isBlank()) {
            TraitRule rule = TraitRule.parse(trait.rule());
            rule.sole()
                    .ifPresentOrElse(
                            signal -> sole.computeIfAbsent(signal, absent -> new ArrayList<>())
                                    .add(trait.sid()),
                            () -> rules.put(trait.sid(), rule));
        }
    }

    boolean isLive(long sid) {
        return live.contains(sid);
    }

    boolean isYoung(long sid) {
        return young.contains(sid);
    }

    /** All of them, the young ones too. */
    Set<Long> all() {
        Set<Long> all = new HashSet<>(live);
        all.addAll(young);
        return all;
    }

    /** The traits whose rules are true of the signals, which know afterwards which of them were used. */
    Set<Long> realizedBy(Signals signals) {
        Set<Long> realized = new HashSet<>();
        if (!signals.isEmpty()) {
            rules.forEach(ruleOver(signals, realized));
            for (Signals.Signal signal : signals.all()) {
                List<Long> hit = sole.getOrDefault(signal, List.of());
                realized.addAll(hit);
                if (!hit.isEmpty()) {
                    signals.use(signal);
                }
            }
        }
        return realized;
    }

    private static BiConsumer<Long, TraitRule> ruleOver(Signals signals, Set<Long> realized) {
        return (sid, rule) -> {
            if (rule.test(signals)) {
                realized.add(sid);
                rule.mark(signals);
            }
        };
    }
}
