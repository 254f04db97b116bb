// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.DeliveryReport;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import io.audiencebridge.domain.usecase.TrackSharing;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.TreeMap;

/** Asks what became of delivered exports, and writes it down. */
final class Tracking {
    /** The fact that holds when a file was handed over that was refused as a whole. */
    static final String REFUSED = "refused.handedOver";

    private final Connectors connectors;
    private final Infrastructure infrastructure;

    private Tracking(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    /** The use case, each run by one thread of one process at a time. */
    static TrackSharing alone(RunsAtWork atWork, Connectors connectors, Infrastructure infrastructure) {
        return (run, call) -> call.observed(
                new Activity.Run(run.value()),
                () -> atWork.alone(
                        Subjects.of(run),
                        infrastructure,
                        call,
                        (ours, inner) -> new Tracking(connectors, ours).track(run, inner),
                        Either::left));
    }

    private Either<BridgeError, Receipt> track(RunId run, Call call) {
        return Resuming.find(infrastructure.journal(), run)
                .flatMap(record -> isOpen(record) ? look(record, call) : Either.right(record))
                .flatMap(new Lateness(infrastructure)::notice)
                .map(record -> Receipts.of(record, infrastructure.freshness()));
    }

    /** Whether the system has still to say what it made of it. */
    private static boolean isOpen(RunRecord record) {
        return record.state() == RunState.DELIVERED
                && ShareFacts.isShare(record.facts())
                && WorkflowFacts.route(record.facts()) == Route.BRIDGE
                && TallyFacts.exported(record.facts()).map(ExportTally::rows).orElse(0L) > 0;
    }

    private Either<BridgeError, RunRecord> look(RunRecord record, Call call) {
        return ShareFacts.read(record.facts(), infrastructure.declaredIdCiphers())
                .flatMap(request -> connectors
                        .offered(request.to(), DeliveryStatus.class)
                        .flatMap(offered -> offered.isEmpty()
                                ? Either.right(record)
                                : offered.get()
                                        .of(written(request, record), call)
                                        .flatMap(report -> told(record, report))));
    }

    private static WrittenChange written(ShareRequest request, RunRecord record) {
        return WrittenChange.builder()
                .order(ShareSteps.writeOrder(request, record))
                .handedOver(Receipts.delivered(record))
                .files(Receipts.files(record))
                .rows(Facts.number(record.facts(), "export.rows"))
                .build();
    }

    private Either<BridgeError, RunRecord> told(RunRecord record, DeliveryReport report) {
        if (report instanceof DeliveryReport.Pending pending) {
            return save(record, RunState.DELIVERED, Optional.of(pending.waiting()));
        }
        return report instanceof DeliveryReport.Stored stored
                ? save(Facts.with(record, StoredFacts.write(stored.tally())), RunState.STORED, Optional.empty())
                : save(unsent(record, ((DeliveryReport.Refused) report).because()), RunState.FAILED, Optional.empty());
    }

    private Either<BridgeError, RunRecord> save(RunRecord record, RunState state, Optional<Waiting> waiting) {
        return infrastructure
                .journal()
                .save(RunRecord.builder()
                        .from(record)
                        .state(state)
                        .waiting(waiting)
                        .updated(infrastructure.clock().instant())
                        .build());
    }

    /** As if nothing had been sent: resumed, the run takes a new stamp, and its keys do not count as shared until it is delivered again. */
    private static RunRecord unsent(RunRecord record, String because) {
        TreeMap<String, String> facts = new TreeMap<>(record.facts());
        facts.keySet()
                .removeIf(name -> name.startsWith("export.") || name.startsWith("count.") || name.startsWith("seen."));
        facts.put(REFUSED, Receipts.delivered(record).toString());
        Vector.of(ShareSteps.STAMP, Receipts.FILES, Receipts.DELIVERED).forEach(facts::remove);
        return NoticeFacts.with(
                RunRecord.builder().from(record).facts(facts).build(),
                Vector.of(because + "; resume the run to send it again under a new stamp"));
    }
}
