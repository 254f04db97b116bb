// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Optional;

/** The legs of an import, or of receiving, that the bridge carries. */
final class ImportLegs {
    private static final String WINDOWS = "experience-cloud.md, 6.1";

    private final LegClock clock;
    private final RunRecord record;
    private final boolean receives;

    ImportLegs(LegClock clock) {
        this.clock = clock;
        this.record = clock.record();
        this.receives = ReceiveFacts.isReceive(record.facts());
    }

    Seq<TimelineLeg> all() {
        Vector<TimelineLeg> arriving = Vector.of(clock.planned(), arrived());
        return LegClock.inOrder((receives ? arriving.append(applied()) : arriving)
                .append(matched())
                .append(refreshed()));
    }

    private TimelineLeg arrived() {
        String name = receives ? "export-arrived" : "members-arrived";
        String title = receives ? "Platform's export has arrived" : "The audience's file has arrived";
        FreshnessWindow window = clock.policy()
                .window(
                        record.started(),
                        receives ? FreshnessLeg.PLATFORM_TO_FILE : FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN);
        if (record.state() == RunState.AWAITING_FILE) {
            return clock.due(name, title, window, clock.because(), WINDOWS);
        }
        return hasMembers()
                ? LegClock.within(window, clock.passed(name, title, Optional.empty(), deliveries(), WINDOWS))
                : LegClock.within(window, clock.standing(name, title, clock.ofRun(), clock.because(), WINDOWS));
    }

    /** Whoever chose how to match has read the members. */
    private boolean hasMembers() {
        return record.state().isDelivered()
                || record.state() == RunState.TRANSFERRING
                || MatchFacts.read(record.facts()).isPresent();
    }

    private String deliveries() {
        if (receives) {
            return ReceiveFacts.tally(record.facts())
                    .map(tally -> tally.exports() + (tally.exports() == 1 ? " export" : " exports"))
                    .orElse("");
        }
        return TallyFacts.membership(record.facts())
                .map(told -> told.deliveries() + (told.deliveries() == 1 ? " delivery" : " deliveries") + " applied; "
                        + told.members() + " members")
                .orElse("");
    }

    private TimelineLeg applied() {
        String title = "Its events are applied";
        return ReceiveFacts.tally(record.facts())
                .map(tally -> clock.passed(
                        "events-applied",
                        title,
                        Optional.empty(),
                        tally.realized() + " entered, " + tally.exited() + " left",
                        "SEMANTICS S26"))
                .orElseGet(
                        () -> clock.standing("events-applied", title, clock.ofRun(), clock.because(), "SEMANTICS S26"));
    }

    private TimelineLeg matched() {
        String title = "Members are matched with recipients";
        return TallyFacts.imported(record.facts())
                .map(tally -> clock.passed(
                        "matched",
                        title,
                        Optional.empty(),
                        tally.match().matched() + " of " + tally.match().read() + " rows matched",
                        "SEMANTICS S2"))
                .orElseGet(() -> clock.standing("matched", title, clock.ofRun(), clock.because(), "SEMANTICS S2"));
    }

    private TimelineLeg refreshed() {
        String title = "The list is refreshed";
        if (!record.state().isDelivered()) {
            return clock.standing("list-refreshed", title, clock.ofRun(), clock.because(), "");
        }
        String told = TallyFacts.imported(record.facts())
                .map(tally ->
                        tally.listSize() + " people; " + tally.added() + " added, " + tally.removed() + " removed")
                .orElse("");
        return clock.passed("list-refreshed", title, Optional.of(Receipts.delivered(record)), told, "");
    }
}
