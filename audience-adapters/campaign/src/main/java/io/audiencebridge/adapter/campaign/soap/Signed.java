// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Sends calls with a pass. A call whose session is over goes out exactly once more, with a new pass; that holds for writes too, since Campaign looks at
 * the session before it does anything.
 */
record Signed(Router router, Passes passes) implements AutoCloseable {
    <T> Either<BridgeError, T> send(SoapCall request, Answer<T> answer, Call call) {
        return passes.pass(call)
                .flatMap(first -> router.exchange(request, first, answer, call).flatMap(outcome -> {
                    if (outcome.isRight() || !Refusals.isSignedOut(outcome.getLeft())) {
                        return settled(request, outcome, call);
                    }
                    passes.refused(first);
                    return again(request, answer, call);
                }));
    }

    private <T> Either<BridgeError, T> again(SoapCall request, Answer<T> answer, Call call) {
        return passes.pass(call)
                .flatMap(second -> router.exchange(request, second, answer, call))
                .flatMap(outcome -> settled(request, outcome, call));
    }

    private static <T> Either<BridgeError, T> settled(SoapCall request, Either<Fault, T> outcome, Call call) {
        return outcome.mapLeft(fault -> Refusals.error(request, fault, call));
    }

    @Override
    public void close() {
        passes.close();
    }
}
