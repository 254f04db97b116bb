// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** Looks at the bridge's own runs of the same sharing: whether one was ever delivered, and how the last one ended. */
final class RunLook {
    private static final int NEWEST = 50;

    private final Infrastructure infrastructure;

    RunLook(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    Seq<CheckOutcome> look(Ends ends, Call call) {
        CheckOrder order = ends.recipients();
        Either<BridgeError, Seq<ListedRun>> runs = new Listing(infrastructure)
                .list(query(ends), call)
                .map(page -> page.runs().filter(run -> isOf(run, ends)));
        if (runs.isLeft()) {
            return Vector.of(BridgePreconditions.RUN.unseen(
                    order.connection(),
                    "The journal could not be read: " + runs.getLeft().message()));
        }
        return Vector.of(runs.get().isEmpty() ? none(order) : last(runs.get(), order));
    }

    private static RunQuery query(Ends ends) {
        CheckOrder source = ends.source();
        boolean export = ends.direction() == Direction.EXPORT;
        return RunQuery.builder()
                .kind(kind(ends.direction()))
                .connection(ends.target().connection())
                .list(export ? source.origin().id() : source.into())
                .audience(export ? source.into() : source.origin().id())
                .pageSize(NEWEST)
                .build();
    }

    private static RunKind kind(Direction direction) {
        return switch (direction) {
            case EXPORT -> RunKind.SHARE;
            case IMPORT -> RunKind.IMPORT;
            case RECEIVE -> RunKind.RECEIVE;
        };
    }

    private static boolean isOf(ListedRun run, Ends ends) {
        return run.source().filter(ends.source().connection()::equals).isPresent()
                && ends.source()
                        .dataSource()
                        .map(source -> run.dataSource().orElse(0) == source.id())
                        .orElse(true);
    }

    private CheckOutcome none(CheckOrder order) {
        return told(
                order,
                Severity.INFORMS,
                "The journal has no run of this sharing; if members arrived, somebody else brought them.",
                "A run that was delivered.",
                "Share it, then wait for the time that the receipt names.");
    }

    private CheckOutcome last(Seq<ListedRun> newestFirst, CheckOrder order) {
        Receipt last = newestFirst.head().receipt();
        boolean everDelivered = newestFirst.exists(run -> run.receipt().state().isDelivered());
        return switch (last.state()) {
            case FAILED, CANCELLED -> stopped(last, everDelivered, order);
            case REFUSED ->
                told(
                        order,
                        Severity.INFORMS,
                        "The last run, " + last.run() + ", was refused as it stood, and changed nothing.",
                        "A run that was delivered.",
                        "Mend what is told above, then start a new run.");
            case PLANNED, PREPARING, TRANSFERRING ->
                told(
                        order,
                        everDelivered ? Severity.INFORMS : Severity.WEAKENS,
                        "The last run, " + last.run() + ", is at work or was left in the middle (" + last.state()
                                + ").",
                        "A run that was delivered.",
                        "Let it end, or call resumeDue() if nobody works on it.");
            case AWAITING_TRAIT, AWAITING_FILE, AWAITING_WORKFLOW -> waits(last, order);
            case DELIVERED, STORED, VISIBLE -> delivered(last, order);
        };
    }

    private static CheckOutcome stopped(Receipt last, boolean everDelivered, CheckOrder order) {
        return told(
                order,
                everDelivered ? Severity.WEAKENS : Severity.BLOCKS,
                "The last run, " + last.run() + ", ended as " + last.state()
                        + (everDelivered ? "; an earlier one was delivered." : ", and none was ever delivered."),
                "A run that was delivered.",
                "Mend what is told above, then call resume(\"" + last.run() + "\").");
    }

    private CheckOutcome waits(Receipt last, CheckOrder order) {
        Option<Waiting> waiting = Option.ofOptional(last.waiting());
        String until = waiting.map(wait -> " until " + wait.until() + ": " + wait.because())
                .getOrElse("");
        return told(
                order,
                last.late().isPresent() ? Severity.WEAKENS : Severity.INFORMS,
                "The last run, " + last.run() + ", waits" + until + late(last),
                "A run that was delivered.",
                "Call resumeDue() when its time has come; it goes on by itself then.");
    }

    private CheckOutcome delivered(Receipt last, CheckOrder order) {
        Instant now = infrastructure.clock().instant();
        Option<FreshnessWindow> ahead = Option.ofOptional(last.visible())
                .filter(window -> window.latest().isAfter(now));
        if (last.state() == RunState.VISIBLE || (ahead.isEmpty() && last.late().isEmpty())) {
            return nobody(last)
                    .map(seen -> told(
                            order,
                            Severity.WEAKENS,
                            seen,
                            "Some members whose ids recipients have.",
                            "Ask for a forecast with this diagnosis; it names what keeps ids apart."))
                    .getOrElse(() ->
                            BridgePreconditions.RUN.met(order.connection(), "Run " + last.run() + " was delivered."));
        }
        String window = ahead.map(due -> "; members show between " + due.earliest() + " and " + due.latest())
                .getOrElse("");
        return told(
                order,
                last.late().isPresent() ? Severity.WEAKENS : Severity.INFORMS,
                "Run " + last.run() + " was delivered" + window + late(last),
                "Members that show by the time that the receipt names.",
                "Wait for that time, or track(\"" + last.run() + "\") to ask what the system made of it.");
    }

    /** Of an import that brought nobody. An export that shared nobody is told by the list's people as they are now. */
    private static Option<String> nobody(Receipt last) {
        return Option.ofOptional(last.imported())
                .map(tally -> tally.match())
                .filter(match -> match.read() > 0 && match.links() == 0)
                .map(match -> "Run " + last.run() + " read " + match.read() + " members and matched none: "
                        + match.unmatched() + " belong to no recipient, " + match.invalid() + " are no ids, "
                        + match.suppressed() + " opted out.");
    }

    private static String late(Receipt last) {
        return last.late().map(since -> "; it is late since " + since).orElse("") + ".";
    }

    private static CheckOutcome told(CheckOrder order, Severity severity, String seen, String expected, String remedy) {
        return new CheckOutcome.Found(BridgePreconditions.RUN
                .found(order.connection(), severity, Certainty.SEEN)
                .seen(seen)
                .expected(expected)
                .remedy(remedy)
                .build());
    }
}
