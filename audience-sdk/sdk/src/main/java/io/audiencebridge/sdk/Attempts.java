// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.IfNewer;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.usecase.PlannedIfNewer;
import io.audiencebridge.domain.usecase.ResumedRun;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The door that answers with values: right what was asked for, left what went wrong. A connector that throws is answered as a {@code ProtocolBreach}. */
public final class Attempts {
    private final UseCases useCases;
    private final Workers workers;
    private final Clients clients;

    Attempts(UseCases useCases, Workers workers, Clients clients) {
        this.useCases = useCases;
        this.workers = workers;
        this.clients = clients;
    }

    /** The same bridge, whose calls are made under {@code options}; what was said before is forgotten. */
    public Attempts with(CallOptions options) {
        return new Attempts(useCases, workers.with(options), clients);
    }

    /** All audiences that a connection offers from the query's page on, newest first, page by page as they are read. */
    public PagingAttempts<Audience> browseAll(AudienceQuery query) {
        return new PagingAttempts<>(
                query.page(),
                place -> browse(AudienceQuery.builder().from(query).page(place).build())
                        .map(page -> new PagingAttempts.Page<>(page.audiences(), page.next())));
    }

    /** All runs that are written down from the query's page on, the last planned first, page by page as they are read; asks no system. */
    public PagingAttempts<ListedRun> allRuns(RunQuery query) {
        return new PagingAttempts<>(
                query.page(),
                place -> runs(RunQuery.builder().from(query).page(place).build())
                        .map(page -> new PagingAttempts.Page<>(page.runs(), page.next())));
    }

    /** A page of the audiences that a connection offers, newest first. */
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query) {
        return workers.here(Verb.BROWSE, open -> useCases.browseAudiences().browse(query, open.call()));
    }

    /** Exports a recipient list as a shared audience; the receipt says delivered or waiting. */
    public Either<BridgeError, Receipt> share(ShareRequest request) {
        return workers.here(
                Verb.SHARE,
                open -> useCases.planShare()
                        .plan(request, open.call())
                        .flatMap(run -> work(open.worksOn(run), open.call())));
    }

    /** Imports a shared audience into a recipient list, whose content is replaced; the receipt says delivered or waiting. */
    public Either<BridgeError, Receipt> importAudience(ImportRequest request) {
        return workers.here(
                Verb.IMPORT,
                open -> useCases.planImport()
                        .plan(request, open.call())
                        .flatMap(run -> work(open.worksOn(run), open.call())));
    }

    /** Brings a Platform audience into a recipient list, as its exports tell it; the receipt says delivered or waiting. */
    public Either<BridgeError, Receipt> receive(ReceiveRequest request) {
        return workers.here(
                Verb.RECEIVE,
                open -> useCases.planReceive()
                        .plan(request, open.call())
                        .flatMap(run -> work(open.worksOn(run), open.call())));
    }

    /** As {@link #receive}, beside this thread. Left at once when the request is unsound; then there is no run. */
    public Either<BridgeError, Run> start(ReceiveRequest request) {
        return workers.beside(Verb.RECEIVE, call -> useCases.planReceive().plan(request, call), this::work);
    }

    /** Estimates from samples how many members a sharing would match, and why not more; nothing is sent. */
    public Either<BridgeError, Forecast> forecast(ForecastRequest request) {
        return workers.here(Verb.FORECAST, open -> useCases.forecastMatch().forecast(request, open.call()));
    }

    /** Links a web visitor with a recipient at once; asking again has the effect of asking once. */
    public Either<BridgeError, LinkOutcome> link(LinkRequest request) {
        return workers.here(Verb.LINK, open -> useCases.linkVisitor().link(request, open.call()));
    }

    /**
     * Forgets a person: nobody shares, imports or links the person any more, and services, audiences and lists are told. The receipt says leg by leg what was done; repeat the
     * request until it is complete. Needs a {@code suppressionSecret}.
     */
    public Either<BridgeError, OptOutReceipt> optOut(OptOutRequest request) {
        return workers.here(Verb.OPT_OUT, open -> useCases.optOut().optOut(request, open.call()));
    }

    /** Tells a system, in bulk, which visitor ids and declared ids are the same recipients'; the receipt says delivered. */
    public Either<BridgeError, Receipt> syncDeclaredIds(SyncRequest request) {
        return workers.here(
                Verb.SYNC,
                open -> useCases.planSync()
                        .plan(request, open.call())
                        .flatMap(run -> work(open.worksOn(run), open.call())));
    }

    /** As {@link #syncDeclaredIds}, beside this thread. Left at once when the request is unsound; then there is no run. */
    public Either<BridgeError, Run> start(SyncRequest request) {
        return workers.beside(Verb.SYNC, call -> useCases.planSync().plan(request, call), this::work);
    }

    /** As {@link #share}, beside this thread. Left at once when the request is unsound; then there is no run. */
    public Either<BridgeError, Run> start(ShareRequest request) {
        return workers.beside(Verb.SHARE, call -> useCases.planShare().plan(request, call), this::work);
    }

    /** As {@link #importAudience}, beside this thread. Left at once when the request is unsound; then there is no run. */
    public Either<BridgeError, Run> start(ImportRequest request) {
        return workers.beside(Verb.IMPORT, call -> useCases.planImport().plan(request, call), this::work);
    }

    /** Goes on with a run that waits, failed or was cancelled, in whatever process it began. Left: {@code Conflict} while somebody is at work on it. */
    public Either<BridgeError, Receipt> resume(RunId run) {
        return workers.here(Verb.RESUME, open -> work(open.worksOn(run), open.call()));
    }

    /**
     * Asks the receiving system what it made of an export that was delivered: the receipt then says stored, with the system's own counts, or when to ask again. A
     * file that was refused as a whole makes the run failed; {@link #resume} sends it again under a new stamp.
     */
    public Either<BridgeError, Receipt> track(RunId run) {
        return workers.here(Verb.TRACK, open -> useCases.trackSharing().track(run, open.call()));
    }

    /**
     * Looks, live and read-only, at everything that must hold for members to arrive; right what was found, the cause first. A connection that cannot be reached is a finding. Left:
     * {@code InvalidRequest} when the request names a connection that this bridge has not.
     */
    public Either<BridgeError, Diagnosis> diagnose(DiagnosisRequest request) {
        return workers.here(Verb.DIAGNOSE, open -> useCases.diagnoseSharing().diagnose(request, open.call()));
    }

    /** Says what an export would do: counts, files, calls and when it would show. Nothing is sent, created or written down. */
    public Either<BridgeError, Preview> preview(ShareRequest request) {
        return workers.here(
                Verb.PREVIEW, open -> useCases.previewSharing().preview(new Sharing.Export(request), open.call()));
    }

    /** Says what an import would do: counts, who enters and who leaves. Nothing is sent, created or written down. */
    public Either<BridgeError, Preview> preview(ImportRequest request) {
        return workers.here(
                Verb.PREVIEW, open -> useCases.previewSharing().preview(new Sharing.Import(request), open.call()));
    }

    /** Says what receiving would do: counts, who enters and who leaves. Nothing is sent, created or written down. */
    public Either<BridgeError, Preview> preview(ReceiveRequest request) {
        return workers.here(
                Verb.PREVIEW, open -> useCases.previewSharing().preview(new Sharing.Receive(request), open.call()));
    }

    /** A run from its request to the visible audience, leg by leg, after taking its next snapshot. Legs that are late or stuck are told to the listener, each once. */
    public Either<BridgeError, Timeline> timeline(RunId run) {
        return workers.here(Verb.TIMELINE, open -> useCases.showTimeline().timeline(run, open.call()));
    }

    /** Shares if the list or its recipients' keys changed since this request was delivered last, or where that cannot be told; for schedulers. */
    public Either<BridgeError, IfNewer> shareIfNewer(ShareRequest request) {
        return workers.here(Verb.SHARE_IF_NEWER, open -> ifNewer(new Sharing.Export(request), open));
    }

    /** Imports if something newer was delivered since this request was delivered last, or recipients who matter changed, or where that cannot be told; for schedulers. */
    public Either<BridgeError, IfNewer> importIfNewer(ImportRequest request) {
        return workers.here(Verb.IMPORT_IF_NEWER, open -> ifNewer(new Sharing.Import(request), open));
    }

    /** Receives if an export has arrived since this request was delivered last, or recipients who matter changed, or where that cannot be told; for schedulers. */
    public Either<BridgeError, IfNewer> receiveIfNewer(ReceiveRequest request) {
        return workers.here(Verb.RECEIVE_IF_NEWER, open -> ifNewer(new Sharing.Receive(request), open));
    }

    /** Says why a person is, or is not, in an audience or a list. Writes nothing, and logs nothing of the person. */
    public Either<BridgeError, Explanation> explain(ExplainRequest request) {
        return workers.here(Verb.EXPLAIN, open -> useCases.explainMember().explain(request, open.call()));
    }

    /** A page of the runs that are written down, with their receipts, the last planned first; asks no system. */
    public Either<BridgeError, RunPage> runs(RunQuery query) {
        return workers.here(Verb.RUNS, open -> useCases.listRuns().list(query, open.call()));
    }

    /**
     * Goes on with every waiting run whose time has come and every run that a process left in the middle, one after the other; right what became of each, oldest first. What
     * somebody else works on is passed over.
     */
    public Either<BridgeError, Seq<ResumedRun>> resumeDue() {
        return workers.here(
                Verb.RESUME_DUE,
                open -> useCases.resumeDueRuns()
                        .resumeDue(open.call())
                        .peek(resumed -> resumed.filter(each -> each.outcome().isLeft())
                                .forEach(each -> open.worksOn(each.run()))));
    }

    /**
     * Deletes from the home folder what no live audience needs any more, or says what would go, which is the default. People who opted out are forgotten only if the request says
     * so.
     */
    public Either<BridgeError, PurgeReport> purge(PurgeRequest request) {
        return workers.here(Verb.PURGE, open -> useCases.purgeKeptThings().purge(request, open.call()));
    }

    /** Deletes the kept copies of a connection's recipients, readable or not; right how many there were. The next import reads everybody. */
    public Either<BridgeError, Integer> purgeRecipientIndex(ConnectionName connection) {
        return workers.here(
                Verb.PURGE_RECIPIENT_INDEX,
                open -> useCases.purgeRecipientIndex().purge(connection, open.call()));
    }

    /** The receipt of a run as a report: a page, JSON or text. */
    public ReportingAttempts report(Receipt receipt) {
        return ReportingAttempts.of(new Report.Journey(Vector.of(receipt)));
    }

    /** The receipts of one journey, at most one that counts an export and one that counts an import, as a report: a page, JSON or text. */
    public ReportingAttempts report(Seq<Receipt> receipts) {
        return ReportingAttempts.of(new Report.Journey(receipts));
    }

    /** Why an audience is empty as a report: a page, JSON or text. */
    public ReportingAttempts report(Diagnosis diagnosis) {
        return ReportingAttempts.of(new Report.Diagnosed(diagnosis));
    }

    /** What a sharing would do as a report: a page, JSON or text. */
    public ReportingAttempts report(Preview preview) {
        return ReportingAttempts.of(new Report.Previewed(preview));
    }

    /** One run's way as a report: a page, JSON or text. */
    public ReportingAttempts report(Timeline timeline) {
        return ReportingAttempts.of(new Report.Timed(timeline));
    }

    /** Why one person is in, or not, as a report: a page, JSON or text. */
    public ReportingAttempts report(Explanation explanation) {
        return ReportingAttempts.of(new Report.Explained(explanation));
    }

    /** What the one connection that offers it can do beyond sharing, such as a client of one system's own API; left when none or several offer {@code type}. */
    public <A> Either<BridgeError, A> client(Class<A> type) {
        return clients.of(type);
    }

    /** What the connection of that name can do beyond sharing; left when it does not offer {@code type}. */
    public <A> Either<BridgeError, A> client(ConnectionName connection, Class<A> type) {
        return clients.of(connection, type);
    }

    private Either<BridgeError, IfNewer> ifNewer(Sharing sharing, OpenCall open) {
        return useCases.planIfNewer()
                .plan(sharing, open.call())
                .flatMap(planned -> planned instanceof PlannedIfNewer.Begin begin
                        ? work(open.worksOn(begin.run()), open.call()).map(begin::ran)
                        : Either.right(((PlannedIfNewer.Nothing) planned).told()));
    }

    private Either<BridgeError, Receipt> work(RunId run, Call call) {
        return useCases.resumeRun().resume(run, call);
    }
}
