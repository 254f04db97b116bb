// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.SharingListener;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage on which a transfer runs as always, and nothing of it lasts: connections that only read, and infrastructure whose changes are forgotten with it. So a preview says what
 * the run itself will say, because it is the run itself. What was planned is collected on the way. One run each.
 */
final class Rehearsal {
    /** No run's id. */
    static final RunId RUN = new RunId("preview");

    private final Planned planned = new Planned();
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    Rehearsal(Connectors connectors, Infrastructure infrastructure) {
        Instant now = infrastructure.clock().instant();
        this.connectors = connectors.each((name, connector) -> new RehearsedConnector(name, connector, planned, now));
        this.infrastructure = forgetting(infrastructure);
    }

    Planned planned() {
        return planned;
    }

    /** The run of the request in {@code facts}, as far as it would come before it must wait. */
    Either<BridgeError, RunRecord> run(Map<String, String> facts, Call call) {
        Transfer transfer = new Transfer(connectors, infrastructure);
        return transfer.plan(facts, call).flatMap(record -> transfer.go(record, call));
    }

    private static Infrastructure forgetting(Infrastructure stood) {
        return Infrastructure.builder()
                .from(stood)
                .journal(new ForgettingJournal(stood.journal()))
                .ledger(new ForgettingLedger(stood.ledger()))
                .memberships(new ForgettingMemberships(stood.memberships()))
                .eventStates(new ForgettingEventStates(stood.eventStates()))
                .suppressions(stood.suppressions().map(ForgettingSuppressions::new))
                .recipientIndexes(stood.recipientIndexes().map(ForgettingIndexes::new))
                .erasables(List.of())
                .leasing(Optional.empty())
                .runPages(Optional.empty())
                .listener(SharingListener.SILENT)
                .runIds(() -> RUN)
                .build();
    }
}
