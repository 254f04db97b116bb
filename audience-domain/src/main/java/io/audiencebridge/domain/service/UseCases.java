// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.usecase.BrowseAudiences;
import io.audiencebridge.domain.usecase.ImportSharedAudience;
import io.audiencebridge.domain.usecase.ResumeRun;
import io.audiencebridge.domain.usecase.ShareRecipientList;
import io.vavr.collection.Map;
import io.vavr.control.Either;

/** The one public entry to the services: every use case, wired. Safe for use by several threads. */
public final class UseCases {
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    /** The use cases over these connections, with this infrastructure. */
    public UseCases(Map<ConnectionName, Connector> connectors, Infrastructure infrastructure) {
        this.connectors = new Connectors(connectors);
        this.infrastructure = infrastructure;
    }

    /** Exports a list. */
    public ShareRecipientList shareRecipientList() {
        return (request, call) ->
                transfer().start(ShareFacts.write(request), call).map(Receipts::of);
    }

    /** Imports an audience. */
    public ImportSharedAudience importSharedAudience() {
        return (request, call) ->
                transfer().start(ImportFacts.write(request), call).map(Receipts::of);
    }

    /** Shows audiences. */
    public BrowseAudiences browseAudiences() {
        return (query, call) -> connectors
                .ability(query.connection(), AudienceCatalog.class)
                .flatMap(catalog -> catalog.browse(query, call));
    }

    /** Goes on with a run. */
    public ResumeRun resumeRun() {
        return this::resume;
    }

    private Either<BridgeError, Receipt> resume(RunId run, Call call) {
        Journal journal = infrastructure.journal();
        return journal.find(run)
                .flatMap(found -> found.toEither(() -> BridgeError.NotFound.of(
                        "Run " + run + " is not in this journal; check the run's id and the bridge's home folder")))
                .flatMap(record -> record.state().isDelivered()
                        ? Either.right(record)
                        : transfer().go(record, call))
                .map(Receipts::of);
    }

    private Transfer transfer() {
        return new Transfer(connectors, infrastructure);
    }
}
