// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** The steps of an import: bring the membership up to date where the system delivers changes, match the members, change the list. */
final class ImportSteps {
    private final ImportRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final IntoList list;

    private ImportSteps(ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.list = new IntoList(request, connectors, infrastructure, call);
    }

    /** The steps. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        ImportSteps steps = new ImportSteps(request, connectors, infrastructure, call);
        return Requests.check(request.list(), "list", DataSourceRules.forImport(request.dataSource()))
                .map(sound -> Vector.of(
                                new Step(
                                        "applying deliveries",
                                        RunState.PREPARING,
                                        record -> steps.list.unlessHandedOver(record, steps::applyDeliveries),
                                        record -> steps.changes().exists(Option::isDefined)),
                                new Step(
                                        "matching members",
                                        RunState.PREPARING,
                                        record -> steps.list.unlessHandedOver(record, steps::match)))
                        .appendAll(steps.list.steps()));
    }

    private Either<BridgeError, Option<MemberChanges>> changes() {
        return connectors.offered(request.audience().connection(), MemberChanges.class);
    }

    private Either<BridgeError, StepOutcome> applyDeliveries(RunRecord record) {
        return changes().flatMap(offered -> {
            KeptMembers kept = new KeptMembers(request, infrastructure, offered.get(), record, call);
            return kept.update()
                    .map(waiting -> waiting.<StepOutcome>map(
                                    until -> new StepOutcome.Wait(kept.told(), RunState.AWAITING_FILE, until))
                            .getOrElse(() -> new StepOutcome.Done(kept.told())));
        });
    }

    private Either<BridgeError, StepOutcome> match(RunRecord record) {
        return changes().flatMap(offered -> offered.isDefined() ? matchKept(record) : matchAll(record));
    }

    /** The members as the deliveries leave them. */
    private Either<BridgeError, StepOutcome> matchKept(RunRecord record) {
        return KeptMembers.of(request, infrastructure.memberships())
                .flatMap(members -> list.match(
                        record,
                        MembersAtHand.ofFingerprints(members),
                        matching -> Either.right(KeptMembers.withRows(matching, record))));
    }

    /** All members, as they are read. */
    private Either<BridgeError, StepOutcome> matchAll(RunRecord record) {
        return connectors
                .ability(request.audience().connection(), MemberReader.class)
                .flatMap(reader -> reader.members(request.audience(), request.dataSource(), call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? matchRows(record, ready.members())
                        : Either.right(new StepOutcome.Wait(
                                record, RunState.AWAITING_FILE, ((MemberFeed.NotYet) feed).waiting())));
    }

    private Either<BridgeError, StepOutcome> matchRows(RunRecord record, KeySource members) {
        try (members) {
            return list.match(record, MembersAtHand.ofRows(members, size()), this::consented);
        }
    }

    /** How many members the system says there are. An estimate, or a catalog that does not answer, says nothing. */
    private OptionalLong size() {
        return connectors
                .offered(request.audience().connection(), AudienceCatalog.class)
                .flatMap(offered -> offered.map(catalog ->
                                catalog.find(request.audience(), call).map(Audience::details))
                        .getOrElse(() -> Either.left(empty(request))))
                .map(details -> details.sizeIsEstimate() ? OptionalLong.empty() : details.size())
                .getOrElse(OptionalLong.empty());
    }

    private Either<BridgeError, Matching> consented(Matching matching) {
        return matching.tally().read() > 0 || request.allowEmpty()
                ? Either.right(matching)
                : Either.left(empty(request));
    }

    static BridgeError empty(ImportRequest request) {
        return BridgeError.InvalidRequest.of(
                "audience",
                "Audience " + request.audience()
                        + " has no members; allow an empty import if the list is to be emptied");
    }
}
