// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.Expiring;
import io.audiencebridge.domain.sharing.Expiry;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RouteEstimate;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.engine.Report;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Reports of every kind, ordinary ones and extreme ones. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final String FILE = "sandbox/date=2026-11-24/ftp_dpm_13701_1795536000.sync.gz";
    static final String SUBJECT =
            "List 'Loyal customers' of campaign, shared with audience-manager as 'Loyal customers'";

    private Samples() {}

    /** By the name under which each page is looked at. */
    static Map<String, Report> all() {
        return LinkedHashMap.<String, Report>empty()
                .put("journey", journey())
                .put("journey-others", others())
                .put("journey-vast", vast())
                .put("journey-nothing", nothing())
                .put("journey-waiting", waits())
                .put("diagnosis", new Report.Diagnosed(Diagnoses.broken()))
                .put("diagnosis-healthy", new Report.Diagnosed(Diagnoses.healthy()))
                .put("preview", new Report.Previewed(preview()))
                .put("preview-import", new Report.Previewed(importPreview()))
                .put("timeline", new Report.Timed(timeline()))
                .put("explanation", new Report.Explained(Diagnoses.explanation()))
                .put("hostile", new Report.Diagnosed(Diagnoses.hostile()));
    }

    static Report.Journey journey() {
        return new Report.Journey(Vector.of(exported(), imported()), LinkedHashMap.of(FILE, 1_234_567L));
    }

    static Receipt exported() {
        return receipt("0f3c9a52-6d1e-4c57-9d4a-2f6f0a1b7c11", RunState.STORED)
                .exported(export(100_000, 81_002, 7, complement(17_900, 0, 91, 1_000)))
                .stored(StoredTally.builder()
                        .sent(95_123)
                        .received(95_123)
                        .stored(95_000)
                        .putRejected("formatErrors", 100)
                        .realized(95_000)
                        .ended(NOON.plus(Duration.ofHours(30)))
                        .build())
                .addFiles(FILE)
                .visible(window(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER))
                .addExpiries(new Expiry(Expiring.INBOUND_FILE, NOON.plus(Duration.ofDays(30))))
                .addNotices("This is the first share of this audience: everybody is new to the ledger")
                .build();
    }

    static Receipt imported() {
        return receipt("back", RunState.DELIVERED)
                .imported(list())
                .matched(MatchPlan.builder()
                        .route(KeyRoute.LOOK_UP)
                        .because("95,123 of 5,000,000 recipients are asked for")
                        .rows(94_100)
                        .took(Duration.ofMillis(8_352))
                        .build())
                .build();
    }

    /** What a journey is seldom made of: a synchronisation, a system's own workflow, exports of Platform, a store that counts more than was sent. */
    static Report.Journey others() {
        return new Report.Journey(Vector.of(
                receipt("synced", RunState.DELIVERED)
                        .synced(SyncTally.builder()
                                .read(1_000)
                                .synced(600)
                                .alreadySynced(300)
                                .renewed(20)
                                .pairs(700)
                                .complement(complement(50, 40, 0, 10))
                                .build())
                        .build(),
                receipt("carried", RunState.DELIVERED)
                        .route(Route.SYSTEM)
                        .workflow(new WorkflowReport(NOON, OptionalLong.of(81_002), OptionalLong.of(18_998)))
                        .build(),
                Receipt.builder()
                        .from(imported())
                        .events(EventTally.builder()
                                .exports(3)
                                .read(100_000)
                                .realized(95_123)
                                .exited(4_000)
                                .stale(800)
                                .conflicting(7)
                                .invalid(70)
                                .build())
                        .membership(MembershipTally.builder()
                                .deliveries(1)
                                .entered(10)
                                .again(5)
                                .left(3)
                                .members(95_003)
                                .build())
                        .build(),
                receipt("more", RunState.STORED)
                        .exported(ExportTally.builder()
                                .from(export(10, 6, 4, complement(0, 0, 0, 0)))
                                .renewed(4)
                                .staying(3)
                                .build())
                        .stored(StoredTally.builder()
                                .sent(7)
                                .received(9)
                                .stored(9)
                                .realized(9)
                                .ended(NOON)
                                .build())
                        .build()));
    }

    static Report.Journey vast() {
        return new Report.Journey(Vector.of(receipt("vast", RunState.DELIVERED)
                .exported(export(100_000_000, 99_999_997, 1, complement(1, 0, 1, 0)))
                .addFiles("a".repeat(200) + ".sync.gz")
                .build()));
    }

    static Report.Journey nothing() {
        return new Report.Journey(Vector.of(receipt("nothing", RunState.DELIVERED)
                .exported(export(0, 0, 0, complement(0, 0, 0, 0)))
                .build()));
    }

    static Report.Journey waits() {
        return new Report.Journey(Vector.of(receipt("waits", RunState.AWAITING_TRAIT)
                .waiting(new Waiting(NOON.plus(Duration.ofHours(4)), "Trait 7 is younger than 4 hours"))
                .late(NOON.plus(Duration.ofHours(9)))
                .build()));
    }

    static ExportTally export(long read, long shared, long known, Complement complement) {
        return ExportTally.builder()
                .read(read)
                .shared(shared)
                .alreadyShared(known)
                .rows(shared + shared / 6)
                .complement(complement)
                .build();
    }

    static Complement complement(long noVisitor, long noDeclared, long invalid, long optedOut) {
        return Complement.builder()
                .noVisitorId(noVisitor)
                .noDeclaredId(noDeclared)
                .invalid(invalid)
                .optedOut(optedOut)
                .build();
    }

    static ImportTally list() {
        return ImportTally.builder()
                .match(MatchTally.builder()
                        .read(95_123)
                        .matched(92_000)
                        .ambiguous(1_000)
                        .unmatched(2_000)
                        .invalid(20)
                        .duplicate(100)
                        .suppressed(3)
                        .links(94_100)
                        .build())
                .collapsed(13_000)
                .listSize(81_100)
                .added(81_000)
                .kept(100)
                .removed(5)
                .build();
    }

    static Preview preview() {
        return Preview.builder()
                .subject(SUBJECT)
                .exported(export(100_000, 2_140, 78_869, complement(17_900, 0, 91, 1_000)))
                .addFiles(new Preview.PlannedFile(FILE, 2_496, 104_832))
                .addCalls(new Preview.PlannedCalls("campaign", 12, 0))
                .addCalls(new Preview.PlannedCalls("audience-manager", 4, 1))
                .duration(Duration.ofSeconds(254))
                .pastRuns(3)
                .visible(window(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER))
                .addNotices("Traits are made that end after 0 days, which means never")
                .build();
    }

    static Preview importPreview() {
        return Preview.builder()
                .subject("Audience 'Loyal customers' of audience-manager, into list 'Back' of campaign")
                .imported(list())
                .matched(MatchPlan.builder()
                        .route(KeyRoute.LOOK_UP)
                        .because("95,123 of 5,000,000 recipients are asked for")
                        .addEstimates(
                                new RouteEstimate(KeyRoute.LOOK_UP, 96, 94_100, 18_820_000, Duration.ofSeconds(48)))
                        .addEstimates(
                                new RouteEstimate(KeyRoute.SCAN, 5_000, 5_000_000, 500_000_000, Duration.ofMinutes(41)))
                        .build())
                .waiting(new Waiting(NOON.plus(Duration.ofHours(4)), "No complete file of the audience has arrived"))
                .build();
    }

    static Timeline timeline() {
        return Timeline.builder()
                .receipt(exported())
                .subject(SUBJECT)
                .at(NOON.plus(Duration.ofHours(40)))
                .addLegs(leg("file-written", "File written", TimelineLeg.State.PASSED)
                        .seen(NOON)
                        .told("1 file, 1,234,567 bytes")
                        .build())
                .addLegs(leg("rows-stored", "Rows stored", TimelineLeg.State.PASSED)
                        .window(window(0, 8, 24))
                        .seen(NOON.plus(Duration.ofHours(11)))
                        .told("95,000 of 95,123 rows")
                        .source("audience-manager 4.8")
                        .build())
                .addLegs(leg("trait-population", "Trait population", TimelineLeg.State.LATE)
                        .window(window(12, 24, 30))
                        .told("The trait has no population yet")
                        .source("experience-cloud 6.1")
                        .build())
                .addLegs(leg("segment-population", "Segment population", TimelineLeg.State.STUCK)
                        .window(window(24, 36, 48))
                        .told("The segment is not active")
                        .build())
                .addLegs(leg("library", "Shown in the audience library", TimelineLeg.State.AHEAD)
                        .window(window(30, 44, 56))
                        .build())
                .addLegs(leg("activation", "Seen by Target", TimelineLeg.State.UNSEEN)
                        .told("No call shows it")
                        .build())
                .build();
    }

    static TimelineLeg.Builder leg(String name, String title, TimelineLeg.State state) {
        return TimelineLeg.builder().name(name).title(title).state(state);
    }

    private static FreshnessWindow window(FreshnessLeg leg) {
        return FreshnessPolicy.documented().window(NOON, leg);
    }

    private static FreshnessWindow window(int earliest, int expected, int latest) {
        return new FreshnessWindow(
                NOON.plus(Duration.ofHours(earliest)),
                NOON.plus(Duration.ofHours(expected)),
                NOON.plus(Duration.ofHours(latest)),
                NOON.plus(Duration.ofHours(latest + 12L)));
    }

    static Receipt.Builder receipt(String run, RunState state) {
        return Receipt.builder().run(new RunId(run)).state(state);
    }
}
