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
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The steps of an import: match the members, add who is new, remove who left. Additions come first, so that the list is never below what it should keep. */
final class ImportSteps {
    private static final String LIST_ID = "list.id";

    private final ImportRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private IdSet entering = IdSet.EMPTY;
    private IdSet leaving = IdSet.EMPTY;

    private ImportSteps(ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
    }

    /** The steps. Left: {@code InvalidRequest} with all violations at once. */
    static Either<BridgeError, Seq<Step>> of(
            ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        ImportSteps steps = new ImportSteps(request, connectors, infrastructure, call);
        return Requests.check(request.list(), "list", DataSourceRules.forImport(request.dataSource()))
                .map(sound -> Vector.of(
                        new Step("matching members", RunState.PREPARING, steps::match),
                        new Step("adding members", RunState.TRANSFERRING, record -> steps.write(record, Change.ADD)),
                        new Step(
                                "removing members",
                                RunState.TRANSFERRING,
                                record -> steps.write(record, Change.REMOVE))));
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
            return connectors
                    .ability(request.into(), KeyReader.class)
                    .flatMap(reader -> reader.allKeys(request.dataSource(), call))
                    .flatMap(recipients -> matched(members, recipients))
                    .flatMap(this::consented)
                    .flatMap(matching -> compare(record, matching));
        }
    }

    private Either<BridgeError, Matching> matched(KeySource members, KeySource recipients) {
        try (recipients) {
            MatchTask task = MatchTask.builder()
                    .key(request.dataSource().key())
                    .members(members)
                    .recipients(recipients)
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
        return writer().flatMap(writer -> writer.prepare(order(), call))
                .flatMap(prepared -> current(prepared.audience()).flatMap(current -> {
                    entering = matching.recipients().minus(current);
                    leaving = current.minus(matching.recipients());
                    return tally(matching)
                            .balanced()
                            .map(tally -> new StepOutcome.Done(Facts.with(
                                    Facts.with(record, TallyFacts.write(tally)),
                                    Map.of(LIST_ID, prepared.audience().id()))));
                }));
    }

    private ImportTally tally(Matching matching) {
        int size = matching.recipients().size();
        return ImportTally.builder()
                .match(matching.tally())
                .collapsed(matching.tally().links() - size)
                .listSize(size)
                .added(entering.size())
                .kept(size - entering.size())
                .removed(leaving.size())
                .build();
    }

    private Either<BridgeError, IdSet> current(AudienceRef list) {
        return connectors
                .ability(request.into(), MemberReader.class)
                .flatMap(reader -> reader.members(list, request.dataSource(), call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? Sending.recipients(ready.members(), call)
                        : Either.left(BridgeError.Conflict.of("List " + list + " cannot be read yet: "
                                + ((MemberFeed.NotYet) feed).waiting().because())));
    }

    private Either<BridgeError, StepOutcome> write(RunRecord record, Change change) {
        IdSet recipients = change == Change.ADD ? entering : leaving;
        return writer().map(writer -> new LazySink(writer, writeOrder(record, change), call))
                .flatMap(sink -> Sending.recipients(recipients, sink, call)
                        .peekLeft(error -> sink.abort())
                        .flatMap(sent -> sink.finish()))
                .map(summary -> new StepOutcome.Done(record));
    }

    private WriteOrder writeOrder(RunRecord record, Change change) {
        return WriteOrder.builder()
                .audience(new AudienceRef(request.into(), Facts.required(record.facts(), LIST_ID)))
                .dataSource(request.dataSource())
                .change(change)
                .stamp(record.started().truncatedTo(ChronoUnit.SECONDS))
                .build();
    }

    private Either<BridgeError, MemberWriter> writer() {
        return connectors.ability(request.into(), MemberWriter.class);
    }

    private AudienceOrder order() {
        return new AudienceOrder(request.into(), request.list(), request.dataSource());
    }
}
