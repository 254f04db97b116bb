// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.Renewal;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Where a list and its recipients stand. */
final class ExportMarks implements SourceMarks {
    private static final String MEMBERS = "newer.members";

    private final ShareRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final RecipientMarks recipients;
    private Option<IdSet> members = Option.none();

    ExportMarks(ShareRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.recipients =
                new RecipientMarks(request.list().connection(), request.dataSource(), connectors, infrastructure, call);
    }

    @Override
    public Either<BridgeError, Map<String, String>> now() {
        return recipients
                .now()
                .flatMap(marks -> members().map(all -> {
                    Map<String, String> facts = new TreeMap<>(marks);
                    facts.put(MEMBERS, mark(all));
                    return facts;
                }));
    }

    @Override
    public Either<BridgeError, StandingSharing.Change> changedSince(RunRecord last) {
        return members().flatMap(all -> {
            String before = last.facts().get(MEMBERS);
            if (before == null) {
                return newer("The last run left no mark of the list, so whether it changed cannot be told");
            }
            return before.equals(mark(all))
                    ? ageing(last)
                            .flatMap(ageing -> ageing
                                    ? newer("The audience would forget members before long (SEMANTICS S15)")
                                    : keys(last, all))
                    : newer("Who is in the list changed");
        });
    }

    private Either<BridgeError, StandingSharing.Change> keys(RunRecord last, IdSet all) {
        return recipients
                .changed(last, (batch, row) -> all.contains(batch.recipientHigh(row), batch.recipientLow(row)))
                .map(changed -> changed.isEmpty()
                        ? StandingSharing.Change.newer("Whether keys of recipients changed cannot be told here")
                        : changed.get()
                                ? StandingSharing.Change.newer("Recipients of the list changed, perhaps their keys")
                                : StandingSharing.Change.none(
                                        "The list and the keys of its recipients are as they were"));
    }

    private Either<BridgeError, Boolean> ageing(RunRecord last) {
        Option<Instant> sentBefore = Option.of(last.facts().get(ShareSteps.TIME_TO_LIVE))
                .map(time -> Renewal.sentBefore(infrastructure.clock().instant(), Duration.parse(time)));
        if (sentBefore.isEmpty()) {
            return Either.right(false);
        }
        AudienceRef audience = new AudienceRef(request.to(), Facts.required(last.facts(), ShareSteps.AUDIENCE_ID));
        return new Shared(infrastructure)
                .isAnyAgeing(new LedgerKey(audience, request.dataSource().id()), sentBefore);
    }

    private Either<BridgeError, IdSet> members() {
        return members.isDefined()
                ? Either.right(members.get())
                : connectors
                        .ability(request.list().connection(), MemberReader.class)
                        .flatMap(reader -> reader.members(request.list(), request.dataSource(), call))
                        .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                                ? Sending.recipients(ready.members(), call)
                                : Either.left(BridgeError.Conflict.of("List " + request.list()
                                        + " cannot be read yet: "
                                        + ((MemberFeed.NotYet) feed).waiting().because())))
                        .peek(read -> members = Option.some(read));
    }

    /** How many, and a hash of all their ids in order: the same for the same people. It names nobody. */
    private static String mark(IdSet all) {
        long hash = 0;
        for (int i = 0; i < all.size(); i++) {
            hash = mixed(hash ^ mixed(all.high(i) * 31 + all.low(i)));
        }
        return all.size() + "/" + Long.toHexString(hash);
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static Either<BridgeError, StandingSharing.Change> newer(String because) {
        return Either.right(StandingSharing.Change.newer(because));
    }
}
