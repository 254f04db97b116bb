// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.usecase.BrowseAudiences;
import io.audiencebridge.domain.usecase.DiagnoseSharing;
import io.audiencebridge.domain.usecase.ExplainMember;
import io.audiencebridge.domain.usecase.ForecastMatch;
import io.audiencebridge.domain.usecase.ImportSharedAudience;
import io.audiencebridge.domain.usecase.LinkVisitor;
import io.audiencebridge.domain.usecase.ListRuns;
import io.audiencebridge.domain.usecase.OptOut;
import io.audiencebridge.domain.usecase.PlanIfNewer;
import io.audiencebridge.domain.usecase.PlanImport;
import io.audiencebridge.domain.usecase.PlanReceive;
import io.audiencebridge.domain.usecase.PlanShare;
import io.audiencebridge.domain.usecase.PlanSync;
import io.audiencebridge.domain.usecase.PlannedIfNewer;
import io.audiencebridge.domain.usecase.PreviewSharing;
import io.audiencebridge.domain.usecase.PurgeKeptThings;
import io.audiencebridge.domain.usecase.PurgeRecipientIndex;
import io.audiencebridge.domain.usecase.ReceivePlatformAudience;
import io.audiencebridge.domain.usecase.ResumeDueRuns;
import io.audiencebridge.domain.usecase.ResumeRun;
import io.audiencebridge.domain.usecase.RunIfNewer;
import io.audiencebridge.domain.usecase.ShareRecipientList;
import io.audiencebridge.domain.usecase.ShowTimeline;
import io.audiencebridge.domain.usecase.SyncDeclaredIds;
import io.audiencebridge.domain.usecase.TrackSharing;
import io.vavr.collection.Map;
import io.vavr.control.Either;

/** The one public entry to the services: every use case, wired. Safe for use by several threads. */
public final class UseCases {
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Transfer transfer;
    private final Resuming resuming;
    private final TrackSharing tracking;
    private final ShowTimeline timelines;
    private final StandingSharing standing;

    /** The use cases over these connections, with this infrastructure. */
    public UseCases(Map<ConnectionName, Connector> connectors, Infrastructure infrastructure) {
        this.connectors = new Connectors(connectors);
        this.infrastructure = infrastructure;
        this.transfer = new Transfer(this.connectors, infrastructure);
        RunsAtWork atWork = new RunsAtWork();
        this.resuming = new Resuming(this.connectors, infrastructure, atWork);
        this.tracking = Tracking.alone(atWork, this.connectors, infrastructure);
        this.standing = new StandingSharing(this.connectors, infrastructure, atWork);
        this.timelines = Timelining.alone(tracking, atWork, this.connectors, infrastructure);
    }

    /** Plans an export. */
    public PlanShare planShare() {
        return (request, call) -> transfer.plan(ShareFacts.write(request), call).map(RunRecord::run);
    }

    /** Plans an import. */
    public PlanImport planImport() {
        return (request, call) ->
                transfer.plan(ImportFacts.write(request), call).map(RunRecord::run);
    }

    /** Plans to receive a Platform audience. */
    public PlanReceive planReceive() {
        return (request, call) ->
                transfer.plan(ReceiveFacts.write(request), call).map(RunRecord::run);
    }

    /** Plans to synchronise ids. */
    public PlanSync planSync() {
        return (request, call) -> transfer.plan(SyncFacts.write(request), call).map(RunRecord::run);
    }

    /** Synchronises ids. */
    public SyncDeclaredIds syncDeclaredIds() {
        return (request, call) -> planSync().plan(request, call).flatMap(run -> resuming.one(run, call));
    }

    /** Links visitors. */
    public LinkVisitor linkVisitor() {
        return new Linking(connectors, infrastructure)::link;
    }

    /** Forgets people. */
    public OptOut optOut() {
        return new OptingOut(connectors, infrastructure)::optOut;
    }

    /** Receives a Platform audience. */
    public ReceivePlatformAudience receivePlatformAudience() {
        return (request, call) -> planReceive().plan(request, call).flatMap(run -> resuming.one(run, call));
    }

    /** Exports a list. */
    public ShareRecipientList shareRecipientList() {
        return (request, call) -> planShare().plan(request, call).flatMap(run -> resuming.one(run, call));
    }

    /** Imports an audience. */
    public ImportSharedAudience importSharedAudience() {
        return (request, call) -> planImport().plan(request, call).flatMap(run -> resuming.one(run, call));
    }

    /** Shows audiences. */
    public BrowseAudiences browseAudiences() {
        return (query, call) -> connectors
                .ability(query.connection(), AudienceCatalog.class)
                .flatMap(catalog -> catalog.browse(query, call));
    }

    /** Deletes kept copies of recipients. */
    public PurgeRecipientIndex purgeRecipientIndex() {
        return (connection, call) -> call.check()
                .flatMap(open -> infrastructure
                        .recipientIndexes()
                        .map(indexes -> indexes.purge(connection))
                        .orElseGet(() -> Either.right(0)));
    }

    /** Deletes what need not be kept. */
    public PurgeKeptThings purgeKeptThings() {
        return new Purging(infrastructure)::purge;
    }

    /** Forecasts matches. */
    public ForecastMatch forecastMatch() {
        return new Forecasting(connectors)::forecast;
    }

    /** Goes on with a run. */
    public ResumeRun resumeRun() {
        return resuming::one;
    }

    /** Looks at what must hold for members to arrive. */
    public DiagnoseSharing diagnoseSharing() {
        return new Diagnosing(connectors, infrastructure, forecastMatch())::diagnose;
    }

    /** Shows runs. */
    public ListRuns listRuns() {
        return new Listing(infrastructure)::list;
    }

    /** Asks what became of a run. */
    public TrackSharing trackSharing() {
        return tracking;
    }

    /** Shows a run's way. */
    public ShowTimeline showTimeline() {
        return timelines;
    }

    /** Plans what has anything newer to carry. */
    public PlanIfNewer planIfNewer() {
        return standing::plan;
    }

    /** Carries what is newer. */
    public RunIfNewer runIfNewer() {
        return (sharing, call) -> standing.plan(sharing, call)
                .flatMap(planned -> planned instanceof PlannedIfNewer.Begin begin
                        ? resuming.one(begin.run(), call).map(begin::ran)
                        : Either.right(((PlannedIfNewer.Nothing) planned).told()));
    }

    /** Says why somebody is, or is not, in an audience. */
    public ExplainMember explainMember() {
        return new Explaining(connectors, infrastructure)::explain;
    }

    /** Says what a sharing would do. */
    public PreviewSharing previewSharing() {
        return new Previewing(connectors, infrastructure)::preview;
    }

    /** Goes on with the runs whose time has come, and with those that were left in the middle. */
    public ResumeDueRuns resumeDueRuns() {
        return resuming::due;
    }
}
