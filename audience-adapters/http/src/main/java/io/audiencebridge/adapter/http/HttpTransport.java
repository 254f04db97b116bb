// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import okhttp3.OkHttpClient;

/**
 * Sends requests to one system and gives back its answers, whatever their status, or why there is none.
 *
 * <p>Blocks the calling thread. A request is repeated when no connection came about, when the system answers 429, and, if it is idempotent, when the
 * line is lost or the answer is 502, 503 or 504: at most {@link HttpSettings#maxAttempts()} times, or as often as the call says, after the pause the system asks for, and never past
 * the call's deadline or {@link HttpSettings#retryBudget()}. A request that must not run twice and whose fate is open ends as {@code OutcomeUnknown}.
 * Cancelling the call closes its connection. Redirects are not followed. Safe for use by several threads.
 */
public final class HttpTransport implements AutoCloseable {
    private final SystemId system;
    private final HttpSettings settings;
    private final OkHttpClient client;
    private final Backoff backoff;
    private final Pause pause;
    private final Wire wire;
    private final Admission admission;
    private final SystemTime time = new SystemTime(System::nanoTime);

    HttpTransport(SystemId system, HttpSettings settings, Backoff backoff, Pause pause) {
        this.system = system;
        this.settings = settings;
        this.client = Requests.client(settings);
        this.backoff = backoff;
        this.pause = pause;
        this.wire = new Wire(client, new Requests(settings.applicationName()), backoff, time);
        this.admission = new Admission(settings.allowPlainHttp());
    }

    /** A transport to {@code system}, which is named in every error. Close it to free its connections. */
    public static HttpTransport to(SystemId system, HttpSettings settings) {
        return new HttpTransport(system, settings, new Backoff(Clock.systemUTC(), new SecureRandom()), Pause::real);
    }

    /** Sends {@code request} and reads the whole answer into memory, up to {@link HttpSettings#maxAnswerBytes()}. */
    public Either<BridgeError, HttpAnswer> send(HttpCall request, Call call) {
        Reading<HttpAnswer> whole = new WholeAnswer(settings.maxAnswerBytes());
        return admission
                .check(request)
                .flatMap(ok -> repeat(attempts(call), call, number -> wire.attempt(ok, trip(ok, call, number), whole)));
    }

    /** Sends {@code request} and leaves the answer's body on the wire. The caller closes the answer; the call's deadline runs on until then. */
    public Either<BridgeError, HttpAnswer.Streaming> open(HttpCall request, Call call) {
        return open(request, attempts(call), call);
    }

    /**
     * As {@link #open(HttpCall, Call)}, with what earlier sendings of the same request have left. It goes out at least once: whether it may is for the caller to ask.
     */
    public Either<BridgeError, HttpAnswer.Streaming> open(HttpCall request, Attempts attempts, Call call) {
        Reading<HttpAnswer.Streaming> stream = new StreamedAnswer();
        return admission
                .check(request)
                .flatMap(ok -> repeat(attempts, call, number -> wire.attempt(ok, trip(ok, call, number), stream)));
    }

    /** All that {@code call}, or else the settings, allow one request. */
    public Attempts attempts(Call call) {
        return new Attempts(settings, call);
    }

    /**
     * What time it is by the system's own clock, to the second, as its last answer said; empty until an answer said it. For what the system decides by its time, since
     * this machine's clock may be wrong.
     */
    public Optional<Instant> systemTime() {
        return time.now();
    }

    /**
     * Why no call may go to {@code address}: nothing but https leaves this machine, unless {@link HttpSettings#allowPlainHttp()} says so. For settings, so that the mistake
     * is told before the first call; every call is checked again.
     *
     * @param setting the address's name in the settings, for the violation
     */
    public static Seq<Violation> plainHttp(String setting, URI address, HttpSettings settings) {
        return new Admission(settings.allowPlainHttp()).plainHttp(setting, address);
    }

    /** Closes idle connections, unless they belong to a client that was given. */
    @Override
    public void close() {
        if (settings.client().isEmpty()) {
            client.connectionPool().evictAll();
        }
    }

    private Trip trip(HttpCall request, Call call, int number) {
        return new Trip(system, call, request, number, settings.attemptLimit());
    }

    private <T> Either<BridgeError, T> repeat(Attempts attempts, Call call, IntFunction<Attempt<T>> tries) {
        Either<BridgeError, Call> open = call.check();
        while (open.isRight()) {
            int number = attempts.next();
            Attempt<T> attempt = tries.apply(number);
            Duration wait = backoff.after(number, attempt.retryAfter());
            boolean inTime = wait.compareTo(call.remaining()) < 0;
            if (!attempt.repeatable() || !inTime || !attempts.pausedFor(wait)) {
                return attempt.result();
            }
            attempt.discard().run();
            open = pause.pause(wait, call);
        }
        return Either.left(open.getLeft());
    }
}
