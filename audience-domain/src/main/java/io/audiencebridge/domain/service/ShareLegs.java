// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The legs of an export that the bridge carries: from the request to the visible audience. */
final class ShareLegs {
    private static final String RECEIPTS = "audience-manager.md, 4.8";
    private static final String WINDOWS = "experience-cloud.md, 6.1";

    private final LegClock clock;
    private final RunRecord record;
    private final Optional<Instant> handedOver;

    ShareLegs(LegClock clock) {
        this.clock = clock;
        this.record = clock.record();
        this.handedOver =
                record.state().isDelivered() ? Optional.of(Receipts.delivered(record)) : clock.time(Tracking.REFUSED);
    }

    Seq<TimelineLeg> all() {
        Vector<TimelineLeg> sent =
                Vector.of(clock.planned()).appendAll(traitLive()).append(handedOver());
        return nothingSent()
                ? sent
                : LegClock.inOrder(sent.append(accepted())
                        .append(stored())
                        .append(population(
                                SeenPopulations.RECEIVED,
                                "Audience Manager counts new members of the trait",
                                Vector.of(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER)))
                        .append(population(
                                SeenPopulations.MEMBERS,
                                "Audience Manager counts new members of the segment",
                                Vector.of(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER)))
                        .append(population(
                                SeenPopulations.DISPLAYED,
                                "The library displays the audience with its size",
                                Vector.of(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER, FreshnessLeg.LIBRARY_DISPLAY))));
    }

    /** A run that only found people who were shared before writes no file, and there is nothing to wait for. */
    private boolean nothingSent() {
        return record.state().isDelivered() && !SeenPopulations.isSent(record);
    }

    private Option<TimelineLeg> traitLive() {
        return Option.ofOptional(TraitWait.of(record.facts())).map(waiting -> {
            boolean live = handedOver.isPresent() || !waiting.until().isAfter(clock.now());
            FreshnessWindow window =
                    new FreshnessWindow(waiting.until(), waiting.until(), waiting.until(), waiting.until());
            String title = "The new trait is live";
            return LegClock.within(
                    window,
                    live
                            ? clock.passed("trait-live", title, Optional.of(waiting.until()), "", "SEMANTICS S19")
                            : clock.standing("trait-live", title, clock.ofRun(), waiting.because(), "SEMANTICS S19"));
        });
    }

    private TimelineLeg handedOver() {
        String title = "The file is handed over";
        if (handedOver.isEmpty()) {
            return clock.standing("handed-over", title, clock.ofRun(), clock.because(), "");
        }
        List<String> files = Receipts.files(record);
        String told = nothingSent()
                ? "Nobody is new, so no file was written"
                : files.isEmpty() ? "" : files.size() + (files.size() == 1 ? " file" : " files");
        return clock.passed("handed-over", title, handedOver, told, "");
    }

    private TimelineLeg accepted() {
        String title = "Audience Manager accepted the file";
        Optional<StoredTally> stored = StoredFacts.read(record.facts());
        if (stored.isPresent()) {
            return within(clock.passed(
                    "file-accepted", title, stored.map(StoredTally::ended), "Its history knows the file", RECEIPTS));
        }
        if (clock.time(Tracking.REFUSED).isPresent() && record.state() == RunState.FAILED) {
            return within(clock.standing("file-accepted", title, State.STUCK, clock.because(), RECEIPTS));
        }
        return awaited("file-accepted", title, RECEIPTS);
    }

    private TimelineLeg stored() {
        String title = "Audience Manager stored the rows";
        Optional<StoredTally> stored = StoredFacts.read(record.facts());
        if (stored.isEmpty()) {
            return awaited("rows-stored", title, RECEIPTS);
        }
        StoredTally tally = stored.get();
        String told = tally.stored() + " of " + tally.sent() + " rows were stored"
                + (tally.rejected().isEmpty() ? "" : "; rejected were " + tally.rejectedRows() + ": " + reasons(tally));
        return within(
                tally.stored() == 0 && tally.sent() > 0
                        ? clock.standing("rows-stored", title, State.STUCK, told, RECEIPTS)
                        : clock.passed("rows-stored", title, Optional.of(tally.ended()), told, RECEIPTS));
    }

    private static String reasons(StoredTally tally) {
        return Vector.ofAll(new TreeMap<>(tally.rejected()).entrySet())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .mkString(", ");
    }

    /** What the system's history will tell; a system that tells nothing lets nothing be seen. */
    private TimelineLeg awaited(String name, String title, String source) {
        if (handedOver.isEmpty() || record.waiting().isEmpty()) {
            return within(clock.standing(
                    name, title, State.UNSEEN, "The system has not been asked, or does not tell", source));
        }
        return clock.due(name, title, window(), clock.because(), source);
    }

    private TimelineLeg population(String name, String title, Seq<FreshnessLeg> legs) {
        String told = record.facts().getOrDefault(SeenPopulations.told(name), "");
        Optional<Instant> seen = clock.time(SeenPopulations.seen(name));
        if (handedOver.isEmpty()) {
            return clock.standing(name, title, State.UNSEEN, "", WINDOWS);
        }
        FreshnessWindow window = clock.policy().window(handedOver.get(), legs);
        if (seen.isPresent()) {
            return LegClock.within(window, clock.passed(name, title, seen, told, WINDOWS));
        }
        return record.facts().containsKey(SeenPopulations.waited(name))
                ? clock.due(name, title, window, told, WINDOWS)
                : LegClock.within(window, clock.standing(name, title, State.UNSEEN, told, WINDOWS));
    }

    private FreshnessWindow window() {
        return clock.policy().window(handedOver.orElseThrow(), FreshnessLeg.FILE_TO_AUDIENCE_MANAGER);
    }

    private TimelineLeg within(TimelineLeg leg) {
        return handedOver.isEmpty() ? leg : LegClock.within(window(), leg);
    }
}
