// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does the work of calls, on the caller's thread or beside it. Safe for use by several threads. */
final class Workers {
    private static final String SOMEBODY = "A connector";

    private final OpenCalls calls;
    private final Executor executor;
    private final CallStart start;

    Workers(OpenCalls calls, Executor executor, CallStart start) {
        this.calls = calls;
        this.executor = executor;
        this.start = start;
    }

    Workers with(CallOptions options) {
        return new Workers(calls, executor, start.with(options));
    }

    <T> Either<BridgeError, T> here(Verb verb, Function<OpenCall, Either<BridgeError, T>> work) {
        return start.begin(start.listener()).flatMap(calls::begin).flatMap(open -> {
            try {
                return observed(verb, open.call(), () -> work.apply(open));
            } finally {
                calls.end(open);
            }
        });
    }

    /** Plans on this thread, so that the id is known and mistakes are told at once; works on the executor. */
    Either<BridgeError, Run> beside(
            Verb verb,
            Function<Call, Either<BridgeError, RunId>> plan,
            BiFunction<RunId, Call, Either<BridgeError, Receipt>> work) {
        LastProgress progress = new LastProgress(start.listener());
        return start.begin(progress)
                .flatMap(calls::begin)
                .flatMap(open -> Backstop.answer(SOMEBODY, open.call().incident(), () -> plan.apply(open.call()))
                        .map(id -> new Run(open.worksOn(id), open, progress))
                        .flatMap(run -> launch(verb, run, open, work))
                        .peekLeft(error -> calls.end(open)));
    }

    private Either<BridgeError, Run> launch(
            Verb verb, Run run, OpenCall open, BiFunction<RunId, Call, Either<BridgeError, Receipt>> work) {
        try {
            executor.execute(() -> finish(verb, run, open, work));
            return Either.right(run);
        } catch (RejectedExecutionException full) {
            return Either.left(BridgeError.LocalFailure.of("The executor refused run " + run.id()
                    + ", which is planned; resume it, and give the bridge an executor that accepts work"));
        }
    }

    private void finish(Verb verb, Run run, OpenCall open, BiFunction<RunId, Call, Either<BridgeError, Receipt>> work) {
        Either<BridgeError, Receipt> outcome = Either.left(BridgeError.LocalFailure.of(
                "The thread of run " + run.id() + " died; see its stack trace, then resume"));
        try {
            outcome = observed(verb, open.call(), () -> work.apply(run.id(), open.call()));
        } finally {
            run.end(outcome);
            calls.end(open);
            run.tell(outcome);
        }
    }

    private static <T> Either<BridgeError, T> observed(Verb verb, Call call, Supplier<Either<BridgeError, T>> work) {
        return call.observed(new Activity.UseCase(verb.word()), () -> Backstop.answer(SOMEBODY, call.incident(), work));
    }
}
