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
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kept membership of an audience, brought up to date delivery by delivery (SEMANTICS S6). Each delivery is kept as a whole before the next one is looked at, so
 * that a run that dies in between goes on where it was. Not thread-safe.
 */
final class KeptMembers {
    private static final String INVALID = "membership.invalid";
    private static final String DUPLICATE = "membership.duplicate";

    private final ImportRequest request;
    private final Memberships memberships;
    private final MemberChanges changes;
    private final Call call;
    private final LedgerKey page;
    private Option<Membership> kept = Option.none();
    private Seq<String> notices = Vector.empty();
    private int deliveries;
    private long entered;
    private long again;
    private long left;
    private long invalid;
    private long duplicate;

    KeptMembers(ImportRequest request, Memberships memberships, MemberChanges changes, Call call) {
        this.request = request;
        this.memberships = memberships;
        this.changes = changes;
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

    /** The record with what was applied, added to what earlier attempts of the run applied. */
    RunRecord told(RunRecord record) {
        Map<String, String> facts = new TreeMap<>(TallyFacts.write(tally(TallyFacts.membership(record.facts()))));
        facts.put(INVALID, Long.toString(Facts.number(record.facts(), INVALID, 0) + invalid));
        facts.put(DUPLICATE, Long.toString(Facts.number(record.facts(), DUPLICATE, 0) + duplicate));
        return NoticeFacts.with(Facts.with(record, facts), notices);
    }

    private MembershipTally tally(Optional<MembershipTally> before) {
        return MembershipTally.builder()
                .deliveries(deliveries + before.map(MembershipTally::deliveries).orElse(0))
                .entered(entered + before.map(MembershipTally::entered).orElse(0L))
                .again(again + before.map(MembershipTally::again).orElse(0L))
                .left(left + before.map(MembershipTally::left).orElse(0L))
                .members(members().size())
                .build();
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
                    .flatMap(rows -> keep(full.position(), rows.entering().sorted()));
        }
        MemberDelivery.Change change = (MemberDelivery.Change) delivery;
        notices = notices.appendAll(change.notices());
        return read(change.members()).flatMap(rows -> {
            IdSet all = new IdSetBuilder()
                    .addAll(members())
                    .addAll(rows.entering().sorted())
                    .build();
            return keep(change.position(), all.minus(rows.leaving().sorted()));
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
        return Sending.drain(source, call, rows::take).map(done -> {
            invalid += rows.invalid();
            duplicate += rows.duplicate();
            IdSet delivered = rows.entering().sorted();
            again += delivered.size() - delivered.minus(members()).size();
            return rows;
        });
    }

    private Either<BridgeError, Membership> keep(String position, IdSet members) {
        deliveries++;
        entered += members.minus(members()).size();
        left += members().minus(members).size();
        return memberships.keep(page, new Membership(position, members)).peek(now -> kept = Option.some(now));
    }
}
