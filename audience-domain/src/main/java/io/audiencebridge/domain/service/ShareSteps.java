// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.Renewal;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** The steps of an export: find the list, prepare the audience, fix the stamp, send the members. */
final class ShareSteps {
    /** The fact that holds the audience's id. */
    static final String AUDIENCE_ID = "audience.id";

    /** The fact that holds the stamp of the run's files. */
    static final String STAMP = "stamp";

    /** The fact that holds how long members stay. */
    static final String TIME_TO_LIVE = "audience.timeToLive";

    /** How many stamps are tried beside the first; after so many, something else is wrong. */
    static final int OTHER_STAMPS = 3;

    private final ShareRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final Reading keys;

    private ShareSteps(ShareRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.keys = Reading.of(connectors, request.list(), request.dataSource(), call);
    }

    /** The steps. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ShareRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        ShareSteps steps = new ShareSteps(request, connectors, infrastructure, call);
        return Requests.check(request.audience(), "audience", DataSourceRules.forSharing(request.dataSource()))
                .map(sound -> Vector.of(
                        new Step("finding the list", RunState.PREPARING, steps::findList),
                        new Step("preparing the audience", RunState.PREPARING, steps::prepareAudience),
                        new Step("awaiting keys", RunState.PREPARING, steps::awaitKeys, steps::mayExtract),
                        new Step("fixing the stamp", RunState.PREPARING, steps::fixStamp),
                        new Step("sending members", RunState.TRANSFERRING, steps::send),
                        new Step("clearing up", RunState.TRANSFERRING, steps::clearUp, steps::mayExtract)));
    }

    private Either<BridgeError, StepOutcome> findList(RunRecord record) {
        return connectors
                .ability(request.list().connection(), AudienceCatalog.class)
                .flatMap(catalog -> catalog.find(request.list(), call))
                .flatMap(list -> list.details().size().orElse(-1) == 0
                        ? Either.left(BridgeError.InvalidRequest.of(
                                "list", "List '" + list.title() + "' is empty; there is nobody to share"))
                        : record.facts().containsKey(AUDIENCE_ID) ? done(record) : tasteKeys(record));
    }

    /** Reads the first keys before anything is created: a wrong field must not show after four hours of waiting for a trait. */
    private Either<BridgeError, StepOutcome> tasteKeys(RunRecord record) {
        return keys.rows()
                .flatMap(source -> {
                    try (source) {
                        return source.next();
                    }
                })
                .flatMap(first -> done(record));
    }

    private Either<BridgeError, StepOutcome> prepareAudience(RunRecord record) {
        return connectors
                .switches()
                .noticeFor(request.dataSource(), infrastructure)
                .flatMap(notice -> writer().flatMap(writer -> writer.prepare(order(), call))
                        .map(prepared -> {
                            RunRecord known = NoticeFacts.with(known(record, prepared), notice);
                            return TraitWait.of(known.facts())
                                    .filter(this::isAhead)
                                    .<StepOutcome>map(
                                            waiting -> new StepOutcome.Wait(known, RunState.AWAITING_TRAIT, waiting))
                                    .orElseGet(() -> new StepOutcome.Done(known));
                        }));
    }

    private static RunRecord known(RunRecord record, PreparedAudience prepared) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(AUDIENCE_ID, prepared.audience().id());
        prepared.timeToLive().ifPresent(time -> facts.put(TIME_TO_LIVE, time.toString()));
        facts.putAll(TraitWait.longer(record.facts(), prepared.notBefore()));
        return NoticeFacts.with(Facts.with(record, facts), prepared.notices());
    }

    private Either<BridgeError, StepOutcome> fixStamp(RunRecord record) {
        if (record.facts().containsKey(STAMP)) {
            return done(record);
        }
        Instant wanted = infrastructure.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return writer().flatMap(writer -> connectors
                        .stamps()
                        .take(
                                request.to(),
                                request.dataSource(),
                                wanted,
                                from -> writer.freeStamp(order(), from, call)))
                .flatMap(stamp -> done(Facts.with(record, Map.of(STAMP, stamp.toString()))));
    }

    private Either<BridgeError, StepOutcome> send(RunRecord record) {
        return send(record, OTHER_STAMPS);
    }

    private Either<BridgeError, StepOutcome> send(RunRecord record, int otherStamps) {
        LedgerKey page =
                new LedgerKey(audience(request, record), request.dataSource().id());
        return SuppressedPeople.of(infrastructure)
                .flatMap(people -> suppressed()
                        .flatMap(suppressed -> compared(record, page)
                                .flatMap(list -> send(
                                        record,
                                        page,
                                        list,
                                        new ExportSorter(
                                                request.dataSource().key(), list.known(), suppressed, check(people)),
                                        people,
                                        otherStamps))));
    }

    private Either<BridgeError, StepOutcome> send(
            RunRecord record,
            LedgerKey page,
            ComparedList list,
            ExportSorter sorter,
            SuppressedPeople people,
            int otherStamps) {
        return writer().map(writer -> new LazySink(writer, writeOrder(request, record), call))
                .flatMap(sink -> Sending.all(list.rows().get(), sorter, sink, infrastructure.executor(), call)
                        .flatMap(tally -> people.keepLearned()
                                .flatMap(learned -> commit(record, page, sorter, sink, tally, otherStamps))));
    }

    private Either<BridgeError, ComparedList> compared(RunRecord record, LedgerKey page) {
        return ComparedList.with(
                page, sentBefore(record), request.dataSource().key(), keys, record.run(), infrastructure, call);
    }

    private SuppressionCheck check(SuppressedPeople people) {
        return people.check(request.list().connection(), request.dataSource().key());
    }

    private Option<Instant> sentBefore(RunRecord record) {
        return Option.of(record.facts().get(TIME_TO_LIVE))
                .map(time -> Renewal.sentBefore(infrastructure.clock().instant(), Duration.parse(time)));
    }

    /** The ledger first, then the last byte: what the journal calls delivered is in the ledger already. */
    private Either<BridgeError, StepOutcome> commit(
            RunRecord record, LedgerKey page, ExportSorter sorter, LazySink sink, ExportTally tally, int otherStamps) {
        return infrastructure
                .ledger()
                .keep(page, record.run(), sorter.written())
                .flatMap(kept -> sink.finish()
                        .fold(
                                error -> taken(record, error, otherStamps),
                                summary -> done(Facts.with(
                                        Facts.with(record, TallyFacts.write(tally)),
                                        Map.of(Receipts.FILES, summary.files().mkString("\n"))))));
    }

    /**
     * A file under the run's stamp is there with other content: another machine took the stamp, or an earlier attempt of this run left it and the list changed since, or it
     * was encrypted. The run takes another stamp, a few times; whoever is sent twice is a member once.
     */
    private Either<BridgeError, StepOutcome> taken(RunRecord record, BridgeError error, int otherStamps) {
        if (!(error instanceof BridgeError.Conflict conflict)) {
            return Either.left(error);
        }
        RunRecord stampless = withoutStamp(record);
        return infrastructure
                .journal()
                .save(stampless)
                .flatMap(saved -> otherStamps == 0
                        ? Either.left(another(conflict))
                        : fixStamp(stampless)
                                .flatMap(stamped -> infrastructure.journal().save(stamped.record()))
                                .flatMap(stamped -> send(stamped, otherStamps - 1)));
    }

    static RunRecord withoutStamp(RunRecord record) {
        Map<String, String> facts = new TreeMap<>(record.facts());
        facts.remove(STAMP);
        return RunRecord.builder().from(record).facts(facts).build();
    }

    static BridgeError another(BridgeError.Conflict conflict) {
        return new BridgeError.Conflict(
                conflict.message() + "; resume the run, it takes another stamp then", conflict.incident());
    }

    private boolean mayExtract(RunRecord record) {
        return keys.mayExtract();
    }

    /** The stamp is fixed afterwards, so that it says when the members were read. */
    private Either<BridgeError, StepOutcome> awaitKeys(RunRecord record) {
        return keys.missing(record.run())
                .map(waiting -> waiting.<StepOutcome>map(
                                until -> new StepOutcome.Wait(record, RunState.AWAITING_WORKFLOW, until))
                        .getOrElse(() -> new StepOutcome.Done(record)));
    }

    /** Files with people's keys must not outlive the run. */
    private Either<BridgeError, StepOutcome> clearUp(RunRecord record) {
        return keys.discard(record.run()).flatMap(discarded -> done(record));
    }

    private Either<BridgeError, IdHashSet> suppressed() {
        return connectors
                .ability(request.list().connection(), OptOuts.class)
                .flatMap(optOuts -> optOuts.optedOutKeys(request.dataSource(), call))
                .flatMap(source ->
                        Sending.fingerprints(source, request.dataSource().key(), call));
    }

    private Either<BridgeError, MemberWriter> writer() {
        return connectors.ability(request.to(), MemberWriter.class);
    }

    private AudienceOrder order() {
        return new AudienceOrder(request.to(), request.audience(), request.dataSource());
    }

    /** What a share of {@code request} writes, once audience and stamp are known. */
    static WriteOrder writeOrder(ShareRequest request, RunRecord record) {
        return WriteOrder.builder()
                .audience(audience(request, record))
                .dataSource(request.dataSource())
                .change(WriteOrder.Change.ADD)
                .stamp(Instant.parse(Facts.required(record.facts(), STAMP)))
                .build();
    }

    private static AudienceRef audience(ShareRequest request, RunRecord record) {
        return new AudienceRef(request.to(), Facts.required(record.facts(), AUDIENCE_ID));
    }

    private boolean isAhead(Waiting waiting) {
        return waiting.until().isAfter(infrastructure.clock().instant());
    }

    private static Either<BridgeError, StepOutcome> done(RunRecord record) {
        return Either.right(new StepOutcome.Done(record));
    }
}
