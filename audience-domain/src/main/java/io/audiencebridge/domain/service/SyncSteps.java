// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.VisitorsOfRecipients;
import io.audiencebridge.domain.sharing.Renewal;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The steps of a synchronisation: find the list, fix the stamp, send the pairs. */
final class SyncSteps {
    /** How long a mapping is known without being told again. Source: experience-cloud.md, section 6.2. */
    static final Duration MAPPING_LIVES = Duration.ofDays(120);

    private final SyncRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final LedgerKey page;

    private SyncSteps(SyncRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.page = new LedgerKey(
                new AudienceRef(request.to(), "id-sync-" + request.visitors().id()),
                request.declared().id());
    }

    /** The steps. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            SyncRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        SyncSteps steps = new SyncSteps(request, connectors, infrastructure, call);
        Seq<Violation> wrong = DataSourceRules.forSyncing(request.visitors(), request.declared());
        return wrong.isEmpty()
                ? Either.right(Vector.of(
                        new Step("finding the list", RunState.PREPARING, steps::findList),
                        new Step("fixing the stamp", RunState.PREPARING, steps::fixStamp),
                        new Step("sending pairs", RunState.TRANSFERRING, steps::send)))
                : Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
    }

    private Either<BridgeError, StepOutcome> findList(RunRecord record) {
        return connectors
                .ability(request.list().connection(), AudienceCatalog.class)
                .flatMap(catalog -> catalog.find(request.list(), call))
                .map(list -> new StepOutcome.Done(record));
    }

    private Either<BridgeError, StepOutcome> fixStamp(RunRecord record) {
        if (record.facts().containsKey(ShareSteps.STAMP)) {
            return Either.right(new StepOutcome.Done(record));
        }
        Instant wanted = infrastructure.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return syncs().flatMap(syncs -> connectors
                        .stamps()
                        .take(
                                request.to(),
                                request.declared(),
                                wanted,
                                from -> syncs.freeStamp(write(from), from, call)))
                .map(stamp -> new StepOutcome.Done(Facts.with(record, Map.of(ShareSteps.STAMP, stamp.toString()))));
    }

    private Either<BridgeError, StepOutcome> send(RunRecord record) {
        return send(record, ShareSteps.OTHER_STAMPS);
    }

    private Either<BridgeError, StepOutcome> send(RunRecord record, int otherStamps) {
        Instant remembered = Renewal.sentBefore(infrastructure.clock().instant(), MAPPING_LIVES);
        return SuppressedPeople.of(infrastructure)
                .flatMap(people -> new Shared(infrastructure)
                        .known(page, Option.some(remembered))
                        .flatMap(known -> visitors(people)
                                .flatMap(visitors -> suppressed(request.declared())
                                        .map(suppressed -> new PairSorter(
                                                request.declared().key(),
                                                visitors,
                                                suppressed,
                                                check(people, request.declared()),
                                                known))))
                        .flatMap(sorter -> pairs(record, sorter, people, otherStamps)));
    }

    private SuppressionCheck check(SuppressedPeople people, DataSource dataSource) {
        return people.check(request.list().connection(), dataSource.key());
    }

    private Either<BridgeError, StepOutcome> pairs(
            RunRecord record, PairSorter sorter, SuppressedPeople people, int otherStamps) {
        Instant stamp = Instant.parse(Facts.required(record.facts(), ShareSteps.STAMP));
        return syncs().map(syncs -> new LazyPairs(syncs, write(stamp), call))
                .flatMap(sink -> drain(sorter, sink)
                        .flatMap(tally -> people.keepLearned().map(learned -> tally))
                        .peekLeft(error -> sink.abort())
                        .flatMap(tally -> commit(record, sorter, sink, tally, otherStamps)));
    }

    private Either<BridgeError, SyncTally> drain(PairSorter sorter, LazyPairs sink) {
        long[] seen = new long[1];
        return keys(request.declared())
                .flatMap(source -> Sending.drain(source, call, batch -> {
                    sorter.sort(batch);
                    seen[0] += batch.size();
                    call.progress().moved("sending pairs", seen[0], -1);
                    return sorter.isFull() ? sink.accept(sorter) : Either.right(0);
                }))
                .flatMap(read -> sorter.tally().balanced())
                .flatMap(tally -> sink.accept(sorter).map(sent -> tally));
    }

    /** The ledger first, then the last byte, as in a share. */
    private Either<BridgeError, StepOutcome> commit(
            RunRecord record, PairSorter sorter, LazyPairs sink, SyncTally tally, int otherStamps) {
        return infrastructure
                .ledger()
                .keep(page, record.run(), sorter.written())
                .peekLeft(error -> sink.abort())
                .flatMap(kept -> sink.finish()
                        .peekLeft(error -> sink.abort())
                        .fold(
                                error -> taken(record, error, otherStamps),
                                summary -> Either.right(new StepOutcome.Done(Facts.with(
                                        Facts.with(record, SyncFacts.write(tally)),
                                        Map.of(Receipts.FILES, summary.files().mkString("\n")))))));
    }

    private Either<BridgeError, StepOutcome> taken(RunRecord record, BridgeError error, int otherStamps) {
        if (!(error instanceof BridgeError.Conflict conflict)) {
            return Either.left(error);
        }
        RunRecord stampless = ShareSteps.withoutStamp(record);
        return infrastructure
                .journal()
                .save(stampless)
                .flatMap(saved -> otherStamps == 0
                        ? Either.left(ShareSteps.another(conflict))
                        : fixStamp(stampless)
                                .flatMap(stamped -> infrastructure.journal().save(stamped.record()))
                                .flatMap(stamped -> send(stamped, otherStamps - 1)));
    }

    private Either<BridgeError, VisitorsOfRecipients> visitors(SuppressedPeople people) {
        return suppressed(request.visitors())
                .flatMap(suppressed -> keys(request.visitors()).flatMap(source -> {
                    Collecting collecting = new Collecting(suppressed, check(people, request.visitors()));
                    return Sending.drain(source, call, collecting::take).map(read -> collecting.visitors);
                }));
    }

    private Either<BridgeError, KeySource> keys(DataSource dataSource) {
        return connectors
                .ability(request.list().connection(), KeyReader.class)
                .flatMap(reader -> reader.keysOf(request.list(), dataSource, call));
    }

    private Either<BridgeError, IdHashSet> suppressed(DataSource dataSource) {
        return connectors
                .ability(request.list().connection(), OptOuts.class)
                .flatMap(optOuts -> optOuts.optedOutKeys(dataSource, call))
                .flatMap(source -> Sending.fingerprints(source, dataSource.key(), call));
    }

    private Either<BridgeError, IdSyncs> syncs() {
        return connectors.ability(request.to(), IdSyncs.class);
    }

    private IdSyncWrite write(Instant stamp) {
        return new IdSyncWrite(request.visitors(), request.declared(), stamp);
    }

    /** Holds who has which visitor ids. Who must not be told of is marked as opted out. */
    private final class Collecting {
        private final VisitorsOfRecipients visitors = new VisitorsOfRecipients();
        private final KeyTranslator translator =
                KeyTranslator.storedToWire(request.visitors().key());
        private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
        private final byte[] wire = new byte[KeyTranslator.LONGEST];
        private final IdHashSet suppressed;
        private final SuppressionCheck suppression;

        Collecting(IdHashSet suppressed, SuppressionCheck suppression) {
            this.suppressed = suppressed;
            this.suppression = suppression;
        }

        Either<BridgeError, Integer> take(TextKeys batch) {
            for (int row = 0; row < batch.size(); row++) {
                visitors.add(batch.recipientHigh(row), batch.recipientLow(row), wire, mark(batch, row));
            }
            return Either.right(batch.size());
        }

        private byte mark(TextKeys batch, int row) {
            if (batch.has(row, TextKeys.OPTED_OUT)) {
                return TextKeys.OPTED_OUT;
            }
            if (batch.has(row, TextKeys.KEYLESS)) {
                return TextKeys.KEYLESS;
            }
            if (translator.translate(batch.text(), batch.start(row), batch.end(row), wire) != Ecid.DIGITS) {
                return TextKeys.UNDECIDABLE;
            }
            fingerprinter.take(wire, 0, Ecid.DIGITS);
            boolean out = suppression.key(
                    fingerprinter.high(),
                    fingerprinter.low(),
                    suppression.recipient(batch.recipientHigh(row), batch.recipientLow(row)));
            return out || suppressed.contains(fingerprinter.high(), fingerprinter.low()) ? TextKeys.OPTED_OUT : 0;
        }
    }
}
