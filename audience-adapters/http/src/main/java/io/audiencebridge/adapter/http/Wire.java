// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt on the socket, bound to the deadline and the cancellation of its call. */
final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private final OkHttpClient client;
    private final Requests requests;
    private final Backoff backoff;
    private final SystemTime time;

    Wire(OkHttpClient client, Requests requests, Backoff backoff, SystemTime time) {
        this.client = client;
        this.requests = requests;
        this.backoff = backoff;
        this.time = time;
    }

    <T> Attempt<T> attempt(HttpCall request, Trip trip, Reading<T> reading) {
        okhttp3.Call exchange = client.newCall(requests.of(request, trip));
        exchange.timeout().timeout(Math.max(1, trip.call().remaining().toNanos()), TimeUnit.NANOSECONDS);
        Call.Registration registration = trip.call().onCancel(exchange::cancel);
        try {
            return answered(trip, execute(exchange), reading, registration);
        } catch (IOException failure) {
            registration.close();
            return broken(trip, failure);
        } catch (RuntimeException defect) {
            registration.close();
            throw defect;
        }
    }

    /** OkHttp lets an undeclared InterruptedException escape while it waits for a connection. */
    private static Response execute(okhttp3.Call exchange) throws IOException {
        try {
            return exchange.execute();
        } catch (IOException | RuntimeException declared) {
            throw declared;
        } catch (Exception escaped) {
            if (escaped instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException(escaped);
        }
    }

    private <T> Attempt<T> answered(Trip trip, Response response, Reading<T> reading, Call.Registration registration)
            throws IOException {
        Runnable release = () -> {
            registration.close();
            response.close();
        };
        AnswerHead head = head(trip, response);
        LOG.debug(
                "{} answered {} [{}]", trip.target(), head.status(), trip.call().correlationId());
        try {
            T answer = reading.read(head, response, release);
            return new Attempt<>(Either.right(answer), repeatable(trip, head.status()), head.retryAfter(), release);
        } catch (IOException failure) {
            release.run();
            throw failure;
        }
    }

    private AnswerHead head(Trip trip, Response response) {
        Optional.ofNullable(response.header("Date")).ifPresent(time::heard);
        Optional<Duration> retryAfter =
                Optional.ofNullable(response.header("Retry-After")).flatMap(backoff::retryAfter);
        return new AnswerHead(
                trip,
                response.code(),
                Collections.unmodifiableMap(response.headers().toMultimap()),
                retryAfter);
    }

    /** 429 says that nothing was done; the others leave it open. */
    private static boolean repeatable(Trip trip, int status) {
        return switch (status) {
            case 429 -> true;
            case 502, 503, 504 -> trip.idempotent();
            default -> false;
        };
    }

    private static <T> Attempt<T> broken(Trip trip, IOException failure) {
        BridgeError error = Failures.error(trip, failure);
        LOG.debug("{} failed: {} [{}]", trip.target(), error.code(), trip.call().correlationId());
        return Attempt.failed(error, trip.mayRepeat() && Failures.passing(trip, failure));
    }
}
