// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.vavr.collection.HashSet;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;

/** Where an audience and the recipients of a list's connection stand, of an import or of receiving. */
final class IntoMarks implements SourceMarks {
    private final Sharing sharing;
    private final ImportRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final RecipientMarks recipients;

    IntoMarks(Sharing sharing, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.sharing = sharing;
        this.request = sharing instanceof Sharing.Import into
                ? into.request()
                : ReceiveSteps.asImport(((Sharing.Receive) sharing).request());
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.recipients = new RecipientMarks(request.into(), request.dataSource(), connectors, infrastructure, call);
    }

    @Override
    public Either<BridgeError, Map<String, String>> now() {
        return recipients.now();
    }

    @Override
    public Either<BridgeError, StandingSharing.Change> changedSince(RunRecord last) {
        return members()
                .flatMap(known -> known.newer().isDefined()
                        ? Either.right(
                                StandingSharing.Change.newer(known.newer().get()))
                        : recipients
                                .moreOptedOut(last)
                                .flatMap(more -> more
                                        ? Either.right(StandingSharing.Change.newer("People opted out since"))
                                        : matches(last, known.members())));
    }

    /** A recipient matters who is in the list, or has a key of the audience: others may change as they like. */
    private Either<BridgeError, StandingSharing.Change> matches(RunRecord last, IdSet members) {
        KeyPacker packer = KeyPacker.ofRecipients(request.dataSource().key(), true);
        return present(last)
                .flatMap(
                        list -> recipients
                                .changed(
                                        last,
                                        (batch, row) -> list.contains(batch.recipientHigh(row), batch.recipientLow(row))
                                                || (!batch.has(row, TextKeys.KEYLESS)
                                                        && packer.pack(batch.text(), batch.start(row), batch.end(row))
                                                        && members.contains(packer.high(), packer.low())))
                                .map(
                                        changed -> changed.isEmpty()
                                                ? StandingSharing.Change.newer(
                                                        "Whether keys of recipients changed cannot be told here")
                                                : changed.get()
                                                        ? StandingSharing.Change.newer(
                                                                "Recipients changed who are in the list or have a key of the audience")
                                                        : StandingSharing.Change.none(
                                                                "The source has delivered nothing newer, and no recipient who matters changed")));
    }

    private Either<BridgeError, IdSet> present(RunRecord last) {
        String list = last.facts().get(ListChange.LIST_ID);
        return list == null
                ? Either.right(IdSet.EMPTY)
                : connectors
                        .ability(request.into(), MemberReader.class)
                        .flatMap(reader ->
                                reader.members(new AudienceRef(request.into(), list), request.dataSource(), call))
                        .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                                ? Sending.recipients(ready.members(), call)
                                : Either.right(IdSet.EMPTY));
    }

    private Either<BridgeError, Known> members() {
        return sharing instanceof Sharing.Receive receive ? exported(receive.request()) : delivered();
    }

    private Either<BridgeError, Known> delivered() {
        return connectors
                .offered(request.audience().connection(), MemberChanges.class)
                .flatMap(offered -> offered.map(this::delivered)
                        .getOrElse(() -> Either.right(
                                Known.newer("The source cannot say whether it changed, so its members are read"))));
    }

    private Either<BridgeError, Known> delivered(MemberChanges changes) {
        LedgerKey page = new LedgerKey(request.audience(), request.dataSource().id());
        return infrastructure
                .memberships()
                .find(page)
                .flatMap(kept -> changes.after(
                                request.audience(), request.dataSource(), kept.map(Membership::position), call)
                        .map(delivery -> known(delivery, kept)));
    }

    private static Known known(MemberDelivery delivery, Option<Membership> kept) {
        if (delivery instanceof MemberDelivery.Full full) {
            full.members().close();
            return Known.newer("The source has delivered all members anew");
        }
        if (delivery instanceof MemberDelivery.Change change) {
            change.members().close();
            return Known.newer("The source has delivered changes");
        }
        return new Known(Option.none(), kept.map(Membership::members).getOrElse(IdSet.EMPTY));
    }

    private Either<BridgeError, Known> exported(ReceiveRequest receive) {
        return infrastructure
                .eventStates()
                .find(new LedgerKey(receive.audience(), 0))
                .flatMap(known -> connectors
                        .ability(receive.audience().connection(), MembershipEvents.class)
                        .flatMap(events -> events.exports(
                                receive.audience(),
                                receive.key(),
                                known.map(AppliedEvents::exports).getOrElse(HashSet.empty()),
                                call))
                        .map(arrived -> arrived.complete().nonEmpty()
                                ? Known.newer(
                                        arrived.complete().size() == 1
                                                ? "An export has arrived"
                                                : arrived.complete().size() + " exports have arrived")
                                : new Known(
                                        Option.none(),
                                        known.map(applied -> applied.state().members())
                                                .getOrElse(IdSet.EMPTY))));
    }

    /**
     * What is known of the members.
     *
     * @param newer why there is something newer, if there is
     * @param members who they were
     */
    private record Known(Option<String> newer, IdSet members) {
        static Known newer(String because) {
            return new Known(Option.some(because), IdSet.EMPTY);
        }
    }
}
