// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kept membership of an audience, brought up to date delivery by delivery (SEMANTICS S6). Each delivery is kept as a whole before the next one is looked at, and
 * journaled before that, so that a run that dies in between goes on where it was and counts each delivery once. Not thread-safe.
 */
final class KeptMembers {
    private static final String INVALID = "membership.invalid";
    private static final String DUPLICATE = "membership.duplicate";

    private final ImportRequest request;
    private final Memberships memberships;
    private final Journal journal;
    private final MemberChanges changes;
    private final Call call;
    private final LedgerKey page;
    private Option<Membership> kept = Option.none();
    private RunRecord record;

    /** For the run of {@code record}. */
    KeptMembers(
            ImportRequest request, Infrastructure infrastructure, MemberChanges changes, RunRecord record, Call call) {
        this.request = request;
        this.memberships = infrastructure.memberships();
        this.journal = infrastructure.journal();
        this.changes = changes;
        this.record = record;
        this.call = call;
        this.page = page(request);
    }

    /** Applies everything that came. Right: none when the membership is what was last delivered, or until when to wait. */
    Either<BridgeError, Option<Waiting>> update() {
        Either<BridgeError, Option<Membership>> found = memberships.find(page);
        if (found.isLeft()) {
            return Either.left(found.getLeft());
        }
        kept = found.get();
        record = Intent.settled(
                record, position -> kept.exists(known -> known.position().equals(position)));
        while (true) {
            Either<BridgeError, MemberDelivery> next =
                    changes.after(request.audience(), request.dataSource(), kept.map(Membership::position), call);
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            if (next.get() instanceof MemberDelivery.UpToDate) {
                return Either.right(Option.none());
            }
            if (next.get() instanceof MemberDelivery.NotYet notYet) {
                return Either.right(Option.some(notYet.waiting()));
            }
            Either<BridgeError, Membership> applied = apply(next.get());
            if (applied.isLeft()) {
                return Either.left(applied.getLeft());
            }
        }
    }

    /** The members' fingerprints, as the last update left them. */
    static Either<BridgeError, IdSet> of(ImportRequest request, Memberships memberships) {
        return memberships
                .find(page(request))
                .map(found -> found.map(Membership::members).getOrElse(IdSet.EMPTY));
    }

    /** The matching of kept members with the rows of the run's deliveries that never became members. */
    static Matching withRows(Matching matching, RunRecord record) {
        long invalid = Facts.number(record.facts(), INVALID, 0);
        long duplicate = Facts.number(record.facts(), DUPLICATE, 0);
        MatchTally members = matching.tally();
        return new Matching(
                MatchTally.builder()
                        .from(members)
                        .read(members.read() + invalid + duplicate)
                        .invalid(members.invalid() + invalid)
                        .duplicate(members.duplicate() + duplicate)
                        .build(),
                matching.recipients());
    }

    /** The record with what was applied, by this attempt and earlier ones. */
    RunRecord told() {
        MembershipTally told = MembershipTally.builder()
                .from(tally())
                .members(members().size())
                .build();
        return Facts.with(record, TallyFacts.write(told));
    }

    private MembershipTally tally() {
        return TallyFacts.membership(record.facts())
                .orElseGet(() -> MembershipTally.builder()
                        .deliveries(0)
                        .entered(0)
                        .again(0)
                        .left(0)
                        .members(0)
                        .build());
    }

    private IdSet members() {
        return kept.map(Membership::members).getOrElse(IdSet.EMPTY);
    }

    private static LedgerKey page(ImportRequest request) {
        return new LedgerKey(request.audience(), request.dataSource().id());
    }

    private Either<BridgeError, Membership> apply(MemberDelivery delivery) {
        if (delivery instanceof MemberDelivery.Full full) {
            return read(full.members())
                    .flatMap(this::consented)
                    .flatMap(rows -> keep(full.position(), rows, rows.entering().sorted()));
        }
        MemberDelivery.Change change = (MemberDelivery.Change) delivery;
        record = NoticeFacts.with(record, change.notices());
        return read(change.members()).flatMap(rows -> {
            IdSet all = new IdSetBuilder()
                    .addAll(members())
                    .addAll(rows.entering().sorted())
                    .build();
            return keep(change.position(), rows, all.minus(rows.leaving().sorted()));
        });
    }

    /** A full delivery of nobody is not kept without consent, so that the next run cannot take it for what was agreed (SEMANTICS S8). */
    private Either<BridgeError, DeliveredRows> consented(DeliveredRows rows) {
        return rows.entering().size() > 0 || request.allowEmpty()
                ? Either.right(rows)
                : Either.left(ImportSteps.empty(request));
    }

    private Either<BridgeError, DeliveredRows> read(KeySource source) {
        DeliveredRows rows = new DeliveredRows(request.dataSource().key());
        return Sending.drain(source, call, rows::take).map(done -> rows);
    }

    private Either<BridgeError, Membership> keep(String position, DeliveredRows rows, IdSet members) {
        RunRecord planned = Intent.planned(record, position, counted(rows, members));
        return journal.save(planned)
                .flatMap(saved -> memberships.keep(page, new Membership(position, members)))
                .peek(now -> {
                    kept = Option.some(now);
                    record = Intent.settled(planned, mark -> true);
                });
    }

    /** What the run has applied once this delivery is kept, too. */
    private Map<String, String> counted(DeliveredRows rows, IdSet members) {
        MembershipTally before = tally();
        IdSet delivered = rows.entering().sorted();
        Map<String, String> facts = new TreeMap<>(TallyFacts.write(MembershipTally.builder()
                .deliveries(before.deliveries() + 1)
                .entered(before.entered() + members.minus(members()).size())
                .again(before.again()
                        + delivered.size()
                        - delivered.minus(members()).size())
                .left(before.left() + members().minus(members).size())
                .members(members.size())
                .build()));
        facts.put(INVALID, Long.toString(Facts.number(record.facts(), INVALID, 0) + rows.invalid()));
        facts.put(DUPLICATE, Long.toString(Facts.number(record.facts(), DUPLICATE, 0) + rows.duplicate()));
        return facts;
    }
}
