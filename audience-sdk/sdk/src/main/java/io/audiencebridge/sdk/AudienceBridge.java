// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.error.BridgeError;
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
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.usecase.ResumedRun;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Duration;

/**
 * Shares audiences between systems. The throwing door: each method does what its twin of {@link #attempts()} does, and throws the error as an
 * {@link AudienceBridgeException}.
 *
 * <pre>{@code
 * try (AudienceBridge bridge = AudienceBridge.builder()
 *         .signIn(credential)
 *         .connect(campaign)
 *         .connect(audienceManager)
 *         .files("inbound", bucket)
 *         .home(Path.of("audience-bridge"))
 *         .build()) {
 *     return bridge.share(ShareRequest.builder()
 *             .list(new AudienceRef(new ConnectionName("campaign"), "4711"))
 *             .to(new ConnectionName("audience-manager"))
 *             .audience("Loyal customers")
 *             .dataSource(DataSource.visitor(dataSourceId))
 *             .build());
 * }
 * }</pre>
 *
 * <p>{@code share}, {@code importAudience} and {@code resume} work on the caller's thread until the run is done or must wait for a system; {@code start}
 * works beside it. A run that waits goes on with {@link #resumeDue()}, in this process or another one on the same home folder or journal: call it now and then.
 * Safe for use by several threads; close it at the end.
 */
public final class AudienceBridge implements AutoCloseable {
    private final Attempts attempts;
    private final OpenCalls calls;
    private final Belongings belongings;

    AudienceBridge(Attempts attempts, OpenCalls calls, Belongings belongings) {
        this.attempts = attempts;
        this.calls = calls;
        this.belongings = belongings;
    }

    /** A new builder. */
    public static AudienceBridgeBuilder builder() {
        return new AudienceBridgeBuilder();
    }

    /** The door that answers with values instead of throwing. */
    public Attempts attempts() {
        return attempts;
    }

    /**
     * The same bridge, whose calls are made under {@code options}; what was said before is forgotten. Not a second bridge: close either, and both are closed.
     */
    public AudienceBridge with(CallOptions options) {
        return new AudienceBridge(attempts.with(options), calls, belongings);
    }

    /** All audiences that a connection offers from the query's page on, newest first, page by page as they are read. */
    public Paging<Audience> browseAll(AudienceQuery query) {
        return new Paging<>(attempts.browseAll(query));
    }

    /** All runs that are written down from the query's page on, the last planned first, page by page as they are read; asks no system. */
    public Paging<ListedRun> allRuns(RunQuery query) {
        return new Paging<>(attempts.allRuns(query));
    }

    /** A page of the audiences that a connection offers, newest first. */
    public AudiencePage browse(AudienceQuery query) {
        return orThrow(attempts.browse(query));
    }

    /** Exports a recipient list as a shared audience; the receipt says delivered or waiting. */
    public Receipt share(ShareRequest request) {
        return orThrow(attempts.share(request));
    }

    /** Imports a shared audience into a recipient list, whose content is replaced; the receipt says delivered or waiting. */
    public Receipt importAudience(ImportRequest request) {
        return orThrow(attempts.importAudience(request));
    }

    /** Brings a Platform audience into a recipient list, as its exports tell it; the receipt says delivered or waiting. */
    public Receipt receive(ReceiveRequest request) {
        return orThrow(attempts.receive(request));
    }

    /** As {@link #receive}, beside this thread. Throws at once when the request is unsound; then there is no run. */
    public Run start(ReceiveRequest request) {
        return orThrow(attempts.start(request));
    }

    /** Estimates from samples how many members a sharing would match, and why not more; nothing is sent. */
    public Forecast forecast(ForecastRequest request) {
        return orThrow(attempts.forecast(request));
    }

    /** Links a web visitor with a recipient at once; asking again has the effect of asking once. */
    public LinkOutcome link(LinkRequest request) {
        return orThrow(attempts.link(request));
    }

    /**
     * Forgets a person: nobody shares, imports or links the person any more, and services, audiences and lists are told. The receipt says leg by leg what was done; repeat the
     * request until it is complete. Needs a {@code suppressionSecret}.
     */
    public OptOutReceipt optOut(OptOutRequest request) {
        return orThrow(attempts.optOut(request));
    }

    /** Tells a system, in bulk, which visitor ids and declared ids are the same recipients'; the receipt says delivered. */
    public Receipt syncDeclaredIds(SyncRequest request) {
        return orThrow(attempts.syncDeclaredIds(request));
    }

    /** As {@link #syncDeclaredIds}, beside this thread. Throws at once when the request is unsound; then there is no run. */
    public Run start(SyncRequest request) {
        return orThrow(attempts.start(request));
    }

    /** As {@link #share}, beside this thread. Throws at once when the request is unsound; then there is no run. */
    public Run start(ShareRequest request) {
        return orThrow(attempts.start(request));
    }

    /** As {@link #importAudience}, beside this thread. Throws at once when the request is unsound; then there is no run. */
    public Run start(ImportRequest request) {
        return orThrow(attempts.start(request));
    }

    /** Goes on with a run that waits, failed or was cancelled, in whatever process it began. Throws {@link ConflictException} while somebody is at work on it, its audience or its list. */
    public Receipt resume(RunId run) {
        return orThrow(attempts.resume(run));
    }

    /**
     * Asks the receiving system what it made of an export that was delivered: the receipt then says stored, with the system's own counts, or when to ask again. A
     * file that was refused as a whole makes the run failed; {@link #resume} sends it again under a new stamp.
     */
    public Receipt track(RunId run) {
        return orThrow(attempts.track(run));
    }

    /**
     * Looks, live and read-only, at everything that must hold for members to arrive: why an audience is empty, or whether it would be. The cause stands first. A connection that
     * cannot be reached is a finding.
     */
    public Diagnosis diagnose(DiagnosisRequest request) {
        return orThrow(attempts.diagnose(request));
    }

    /** Says what an export would do: counts, files, calls and when it would show. Nothing is sent, created or written down. */
    public Preview preview(ShareRequest request) {
        return orThrow(attempts.preview(request));
    }

    /** Says what an import would do: counts, who enters and who leaves. Nothing is sent, created or written down. */
    public Preview preview(ImportRequest request) {
        return orThrow(attempts.preview(request));
    }

    /** Says what receiving would do: counts, who enters and who leaves. Nothing is sent, created or written down. */
    public Preview preview(ReceiveRequest request) {
        return orThrow(attempts.preview(request));
    }

    /** A run from its request to the visible audience, leg by leg, after taking its next snapshot. Legs that are late or stuck are told to the listener, each once. */
    public Timeline timeline(RunId run) {
        return orThrow(attempts.timeline(run));
    }

    /** Shares if the list or its recipients' keys changed since this request was delivered last, or where that cannot be told; for schedulers. */
    public IfNewer shareIfNewer(ShareRequest request) {
        return orThrow(attempts.shareIfNewer(request));
    }

    /** Imports if something newer was delivered since this request was delivered last, or recipients who matter changed, or where that cannot be told; for schedulers. */
    public IfNewer importIfNewer(ImportRequest request) {
        return orThrow(attempts.importIfNewer(request));
    }

    /** Receives if an export has arrived since this request was delivered last, or recipients who matter changed, or where that cannot be told; for schedulers. */
    public IfNewer receiveIfNewer(ReceiveRequest request) {
        return orThrow(attempts.receiveIfNewer(request));
    }

    /** Says why a person is, or is not, in an audience or a list. Writes nothing, and logs nothing of the person. */
    public Explanation explain(ExplainRequest request) {
        return orThrow(attempts.explain(request));
    }

    /** A page of the runs that are written down, with their receipts, the last planned first; asks no system. */
    public RunPage runs(RunQuery query) {
        return orThrow(attempts.runs(query));
    }

    /**
     * Goes on with every waiting run whose time has come and every run that a process left in the middle, one after the other; gives what became of each, oldest first. What
     * somebody else works on is passed over.
     */
    public Seq<ResumedRun> resumeDue() {
        return orThrow(attempts.resumeDue());
    }

    /**
     * Deletes from the home folder what no live audience needs any more, or says what would go, which is the default. People who opted out are forgotten only if the request says
     * so.
     */
    public PurgeReport purge(PurgeRequest request) {
        return orThrow(attempts.purge(request));
    }

    /** Deletes the kept copies of a connection's recipients, readable or not; gives how many there were. The next import reads everybody. */
    public int purgeRecipientIndex(ConnectionName connection) {
        return orThrow(attempts.purgeRecipientIndex(connection));
    }

    /** The receipt of a run as a report: a page, JSON or text. */
    public Reporting report(Receipt receipt) {
        return new Reporting(attempts.report(receipt));
    }

    /** The receipts of one journey, at most one that counts an export and one that counts an import, as a report: a page, JSON or text. */
    public Reporting report(Seq<Receipt> receipts) {
        return new Reporting(attempts.report(receipts));
    }

    /** Why an audience is empty as a report: a page, JSON or text. */
    public Reporting report(Diagnosis diagnosis) {
        return new Reporting(attempts.report(diagnosis));
    }

    /** What a sharing would do as a report: a page, JSON or text. */
    public Reporting report(Preview preview) {
        return new Reporting(attempts.report(preview));
    }

    /** One run's way as a report: a page, JSON or text. */
    public Reporting report(Timeline timeline) {
        return new Reporting(attempts.report(timeline));
    }

    /** Why one person is in, or not, as a report: a page, JSON or text. */
    public Reporting report(Explanation explanation) {
        return new Reporting(attempts.report(explanation));
    }

    /** What the one connection that offers it can do beyond sharing, such as a client of one system's own API; throws when none or several offer {@code type}. */
    public <A> A client(Class<A> type) {
        return orThrow(attempts.client(type));
    }

    /** What the connection of that name can do beyond sharing; throws when it does not offer {@code type}. */
    public <A> A client(ConnectionName connection, Class<A> type) {
        return orThrow(attempts.client(connection, type));
    }

    /** {@link #close(Duration)} without waiting: calls at work end with an error; their runs can be resumed. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /**
     * Lets no new call in, waits for those at work, cancels the ones that are not over after {@code patience}, and then closes the connections, the file
     * exchanges and the sign-in, each once. Cancelled calls get up to ten seconds to notice. The bridge's own copies of the secrets that it was given are overwritten; the
     * caller's own secrets, and those within settings, are the caller's to close.
     *
     * @return the runs that were not finished; all of them can be resumed
     */
    public Seq<RunId> close(Duration patience) {
        Seq<RunId> unfinished = calls.close(patience);
        belongings.close();
        return unfinished;
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) {
        if (outcome.isLeft()) {
            throw outcome.getLeft().match(new ErrorTranslator());
        }
        return outcome.get();
    }
}
