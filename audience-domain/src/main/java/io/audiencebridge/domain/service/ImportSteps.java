// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The steps of an import: match the members, then change the list. Additions come first, so that the list is never below what it should keep. */
final class ImportSteps {
    private final ImportRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final Reading recipients;
    private final ListChange change;

    private ImportSteps(ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.recipients = Reading.ofAll(connectors, request.into(), request.dataSource(), call);
        this.change = new ListChange(request, connectors, call);
    }

    /** The steps. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        ImportSteps steps = new ImportSteps(request, connectors, infrastructure, call);
        return Requests.check(request.list(), "list", DataSourceRules.forImport(request.dataSource()))
                .map(sound -> Vector.of(
                        new Step("matching members", RunState.PREPARING, steps::matchOnce),
                        new Step(ListChange.ADDING, RunState.TRANSFERRING, steps.change::add, ListChange::isByRows),
                        new Step(
                                ListChange.REMOVING, RunState.TRANSFERRING, steps.change::remove, ListChange::isByRows),
                        new Step(ListChange.LOADING, RunState.TRANSFERRING, steps.change::load, ListChange::isByLoad),
                        new Step("clearing up", RunState.TRANSFERRING, steps::clearUp, steps::leavesFiles)));
    }

    private Either<BridgeError, StepOutcome> matchOnce(RunRecord record) {
        return change.isHandedOver(record).flatMap(handedOver -> handedOver ? done(record) : match(record));
    }

    private Either<BridgeError, StepOutcome> match(RunRecord record) {
        return connectors
                .ability(request.audience().connection(), MemberReader.class)
                .flatMap(reader -> reader.members(request.audience(), request.dataSource(), call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? matchWith(record, ready.members())
                        : rest(record, (MemberFeed.NotYet) feed));
    }

    private static Either<BridgeError, StepOutcome> rest(RunRecord record, MemberFeed.NotYet feed) {
        return Either.right(new StepOutcome.Wait(record, RunState.AWAITING_FILE, feed.waiting()));
    }

    private Either<BridgeError, StepOutcome> matchWith(RunRecord record, KeySource members) {
        try (members) {
            return recipients
                    .keys(record.run())
                    .flatMap(feed -> feed instanceof KeyFeed.Ready ready
                            ? matched(members, ready.keys())
                                    .flatMap(this::consented)
                                    .flatMap(matching -> compare(record, matching))
                            : Either.right(new StepOutcome.Wait(
                                    record, RunState.AWAITING_WORKFLOW, ((KeyFeed.NotYet) feed).waiting())));
        }
    }

    private Either<BridgeError, Matching> matched(KeySource members, KeySource keys) {
        try (keys) {
            MatchTask task = MatchTask.builder()
                    .key(request.dataSource().key())
                    .members(members)
                    .recipients(keys)
                    .ambiguity(request.ambiguity())
                    .build();
            return infrastructure.engine().match(task, call);
        }
    }

    private Either<BridgeError, Matching> consented(Matching matching) {
        return matching.tally().read() > 0 || request.allowEmpty()
                ? Either.right(matching)
                : Either.left(BridgeError.InvalidRequest.of(
                        "audience",
                        "Audience " + request.audience()
                                + " has no members; allow an empty import if the list is to be emptied"));
    }

    private Either<BridgeError, StepOutcome> compare(RunRecord record, Matching matching) {
        return connectors
                .ability(request.into(), MemberWriter.class)
                .flatMap(writer -> writer.prepare(order(), call))
                .flatMap(prepared -> present(prepared.audience())
                        .flatMap(
                                present -> change.between(present, matching.recipients(), prepared.audience(), record)))
                .flatMap(known -> tally(matching)
                        .balanced()
                        .map(tally -> new StepOutcome.Done(Facts.with(known, TallyFacts.write(tally)))));
    }

    private ImportTally tally(Matching matching) {
        int size = matching.recipients().size();
        return ImportTally.builder()
                .match(matching.tally())
                .collapsed(matching.tally().links() - size)
                .listSize(size)
                .added(change.entering().size())
                .kept(size - change.entering().size())
                .removed(change.leaving().size())
                .build();
    }

    private Either<BridgeError, IdSet> present(AudienceRef list) {
        return connectors
                .ability(request.into(), MemberReader.class)
                .flatMap(reader -> reader.members(list, request.dataSource(), call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? Sending.recipients(ready.members(), call)
                        : Either.left(BridgeError.Conflict.of("List " + list + " cannot be read yet: "
                                + ((MemberFeed.NotYet) feed).waiting().because())));
    }

    private boolean leavesFiles(RunRecord record) {
        return recipients.mayExtract() || ListChange.isByLoad(record);
    }

    /** Files with people's keys must not outlive the run. */
    private Either<BridgeError, StepOutcome> clearUp(RunRecord record) {
        return recipients
                .discard(record.run())
                .flatMap(discarded -> change.discard(record))
                .flatMap(discarded -> done(record));
    }

    private AudienceOrder order() {
        return new AudienceOrder(request.into(), request.list(), request.dataSource());
    }

    private static Either<BridgeError, StepOutcome> done(RunRecord record) {
        return Either.right(new StepOutcome.Done(record));
    }
}
