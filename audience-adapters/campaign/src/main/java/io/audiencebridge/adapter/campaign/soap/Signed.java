// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.Attempts;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Function;

/**
 * Sends calls with a pass. A call whose session is over goes out exactly once more, with a new pass; that holds for writes too, since Campaign looks at
 * the session before it does anything.
 */
record Signed(Router router, Passes passes) implements AutoCloseable {
    <T> Either<BridgeError, T> send(SoapCall request, Answer<T> answer, Call call) {
        return send(request, answer, fault -> Option.none(), call);
    }

    /**
     * As {@link #send}.
     *
     * @param welcome what the caller makes of a fault that it expects
     */
    <T> Either<BridgeError, T> send(SoapCall request, Answer<T> answer, Function<Fault, Option<T>> welcome, Call call) {
        Exchange<T> exchange = (sent, pass) -> router.exchange(sent, pass, answer, call)
                .map(outcome ->
                        outcome.isLeft() ? welcome.apply(outcome.getLeft()).toEither(outcome.getLeft()) : outcome)
                .mapLeft(Cut::forGood);
        return attempt(request, exchange, call).mapLeft(Cut::error);
    }

    /** The answer, to be read off the wire; see {@link Router#open}. */
    Either<Cut, Reply> open(SoapCall request, int largest, Attempts attempts, Call call) {
        return attempt(request, (sent, pass) -> router.open(sent, pass, largest, attempts, call), call);
    }

    /** A page beside the SOAP router; {@code name} is for errors. */
    <T> Either<BridgeError, T> page(SoapCall name, Exchange<T> exchange, Call call) {
        return attempt(name, exchange, call).mapLeft(Cut::error);
    }

    /** The same sign-in, whose requests carry these headers, too. */
    Signed with(Map<String, String> headers) {
        return new Signed(router.with(headers), passes);
    }

    private <T> Either<Cut, T> attempt(SoapCall request, Exchange<T> exchange, Call call) {
        return passes.pass(call)
                .mapLeft(Cut::forGood)
                .flatMap(first -> exchange.with(request, first).flatMap(outcome -> {
                    boolean renewed = outcome.isLeft() && outcome.getLeft().asksForSignIn() && passes.refused(first);
                    return renewed ? again(request.again(), exchange, call) : settled(request, outcome, call);
                }));
    }

    private <T> Either<Cut, T> again(SoapCall request, Exchange<T> exchange, Call call) {
        return passes.pass(call)
                .mapLeft(Cut::forGood)
                .flatMap(second -> exchange.with(request, second))
                .flatMap(outcome -> settled(request, outcome, call));
    }

    private <T> Either<Cut, T> settled(SoapCall request, Either<Fault, T> outcome, Call call) {
        return outcome.mapLeft(fault -> Cut.forGood(
                fault.asksForSignIn()
                        ? Refusals.signedOut(request, fault, passes.remedy(), call)
                        : Refusals.error(request, fault, call)));
    }

    @Override
    public void close() {
        passes.close();
    }

    /** One exchange with a given pass. */
    @FunctionalInterface
    interface Exchange<T> {
        Either<Cut, Either<Fault, T>> with(SoapCall request, Pass pass);
    }
}
