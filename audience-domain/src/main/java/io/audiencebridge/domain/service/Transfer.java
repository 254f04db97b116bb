// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Takes a run through its steps and writes down each one in the journal before and after. Shares and imports differ in their steps only. */
final class Transfer {
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    Transfer(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    /** Writes down a new run for the request in {@code facts}, and does nothing else. Left: the request is unsound; then there is no run. */
    Either<BridgeError, RunRecord> plan(Map<String, String> facts, Call call) {
        Instant now = infrastructure.clock().instant();
        RunRecord planned = RunRecord.builder()
                .run(infrastructure.runIds().get())
                .state(RunState.PLANNED)
                .started(now)
                .updated(now)
                .facts(facts)
                .build();
        return steps(planned, call).flatMap(steps -> save(planned));
    }

    /** Goes on with a run. */
    Either<BridgeError, RunRecord> go(RunRecord record, Call call) {
        return steps(record, call).flatMap(steps -> walk(record, steps, call));
    }

    private Either<BridgeError, Seq<Step>> steps(RunRecord record, Call call) {
        Map<String, String> facts = record.facts();
        Map<String, DeclaredIdCipher> ciphers = infrastructure.declaredIdCiphers();
        if (ReceiveFacts.isReceive(facts)) {
            return ReceiveFacts.read(facts, ciphers)
                    .flatMap(request -> ReceiveSteps.of(request, connectors, infrastructure, call));
        }
        if (SyncFacts.isSync(facts)) {
            return SyncFacts.read(facts, ciphers)
                    .flatMap(request -> SyncSteps.of(request, connectors, infrastructure, call));
        }
        return ShareFacts.isShare(facts)
                ? ShareFacts.read(facts, ciphers).flatMap(request -> steps(request, call))
                : ImportFacts.read(facts, ciphers).flatMap(request -> steps(request, call));
    }

    private Either<BridgeError, Seq<Step>> steps(ShareRequest request, Call call) {
        return request.route() == Route.SYSTEM
                ? WorkflowSteps.of(request, connectors, infrastructure, call)
                : ShareSteps.of(request, connectors, infrastructure, call);
    }

    private Either<BridgeError, Seq<Step>> steps(ImportRequest request, Call call) {
        return request.route() == Route.SYSTEM
                ? WorkflowSteps.of(request, connectors, infrastructure, call)
                : ImportSteps.of(request, connectors, infrastructure, call);
    }

    private Either<BridgeError, RunRecord> walk(RunRecord from, Seq<Step> steps, Call call) {
        RunRecord record = from;
        for (Step step : steps) {
            if (!step.applies().test(record)) {
                continue;
            }
            Either<BridgeError, StepOutcome> outcome = work(record, step, call);
            if (outcome.isLeft()) {
                return fail(record, outcome.getLeft());
            }
            record = outcome.get().record();
            if (outcome.get() instanceof StepOutcome.Wait wait) {
                return save(in(record, wait.state(), Optional.of(wait.waiting())));
            }
        }
        RunRecord delivered = in(record, RunState.DELIVERED, Optional.empty());
        return save(Facts.with(
                delivered, Map.of(Receipts.DELIVERED, delivered.updated().toString())));
    }

    private Either<BridgeError, StepOutcome> work(RunRecord record, Step step, Call call) {
        Activity activity = new Activity.Step(RunFacts.kindOf(record.facts()), step.name());
        return call.observed(activity, () -> begin(record, step, call).flatMap(step.work()));
    }

    private Either<BridgeError, RunRecord> begin(RunRecord record, Step step, Call call) {
        call.progress().moved(step.name(), 0, -1);
        return call.check().flatMap(open -> save(in(record, step.state(), Optional.empty())));
    }

    private Either<BridgeError, RunRecord> fail(RunRecord record, BridgeError error) {
        RunState state = error instanceof BridgeError.Cancelled
                ? RunState.CANCELLED
                : error instanceof BridgeError.InvalidRequest ? RunState.REFUSED : RunState.FAILED;
        return save(in(latest(record), state, Optional.empty())).flatMap(saved -> Either.left(error));
    }

    /** Steps may have written checkpoints of their own; those must survive a failure. */
    private RunRecord latest(RunRecord record) {
        return infrastructure
                .journal()
                .find(record.run())
                .map(found -> found.getOrElse(record))
                .getOrElse(record);
    }

    private Either<BridgeError, RunRecord> save(RunRecord record) {
        return infrastructure.journal().save(record);
    }

    private RunRecord in(RunRecord record, RunState state, Optional<Waiting> waiting) {
        return RunRecord.builder()
                .from(record)
                .state(state)
                .waiting(waiting)
                .updated(infrastructure.clock().instant())
                .build();
    }
}
