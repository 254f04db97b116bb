// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The fault rules in force and how often each has matched and fired. Safe for several threads. */
public final class FaultPlan {
    private List<Counted> rules = List.of();

    /** A rule with its counts. */
    public record Standing(FaultRule rule, int matched, int fired) {}

    synchronized void set(List<FaultRule> next) {
        rules = next.stream().map(Counted::new).toList();
    }

    /** The rules in order, with their counts so far. */
    public synchronized List<Standing> standings() {
        return rules.stream()
                .map(counted -> new Standing(counted.rule, counted.matched, counted.fired))
                .toList();
    }

    /** Counts the request in every rule it matches, up to the first one that fires. */
    synchronized Optional<FaultEffect> next(String system, Request request) {
        for (Counted counted : rules) {
            if (FaultMatcher.matches(counted.rule.match(), system, request) && counted.fires()) {
                return Optional.of(counted.rule.effect());
            }
        }
        return Optional.empty();
    }

    /** Rules that shut a system's port, have let enough requests pass, and have not fired yet; they now have. */
    synchronized List<FaultEffect.Refuse> refusals(String system) {
        List<FaultEffect.Refuse> due = new ArrayList<>();
        for (Counted counted : rules) {
            boolean ripe = counted.matched >= counted.rule.after() && counted.fired == 0;
            if (counted.rule.effect() instanceof FaultEffect.Refuse refuse && ripe && counted.isFor(system)) {
                counted.fired++;
                due.add(refuse);
            }
        }
        return due;
    }

    private static final class Counted {
        private final FaultRule rule;
        private int matched;
        private int fired;

        Counted(FaultRule rule) {
            this.rule = rule;
        }

        boolean fires() {
            matched++;
            boolean fires =
                    matched > rule.after() && fired < rule.times() && !(rule.effect() instanceof FaultEffect.Refuse);
            fired += fires ? 1 : 0;
            return fires;
        }

        boolean isFor(String system) {
            return rule.match().system().map(system::equals).orElse(true);
        }
    }
}
