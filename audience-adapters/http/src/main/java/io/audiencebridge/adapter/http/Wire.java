// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
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
        Exchange exchange = Exchange.begin(client, requests, request, trip);
        try {
            return answered(trip, exchange, exchange.execute(), reading);
        } catch (IOException failure) {
            return broken(trip, exchange, exchange.reason(failure));
        } catch (RuntimeException defect) {
            exchange.end(Optional.of(new BridgeError.ProtocolBreach(
                    trip.target() + ": " + defect.getClass().getSimpleName(), trip.incident())));
            throw defect;
        }
    }

    private <T> Attempt<T> answered(Trip trip, Exchange exchange, Response response, Reading<T> reading)
            throws IOException {
        AnswerHead head = head(trip, response);
        Runnable release = () -> {
            exchange.end(head.accepted() ? Optional.empty() : Optional.of(head.error("")));
            response.close();
        };
        LOG.debug(
                "{} answered {} [{}]", trip.target(), head.status(), trip.call().correlationId());
        try {
            T answer = reading.read(head, response, release);
            exchange.arrived();
            return new Attempt<>(Either.right(answer), repeatable(trip, head.status()), head.retryAfter(), release);
        } catch (IOException failure) {
            response.close();
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

    private static <T> Attempt<T> broken(Trip trip, Exchange exchange, IOException failure) {
        BridgeError error = Failures.error(trip, failure);
        exchange.end(Optional.of(error));
        LOG.debug("{} failed: {} [{}]", trip.target(), error.code(), trip.call().correlationId());
        return Attempt.failed(error, trip.mayRepeat() && Failures.passing(trip, failure));
    }
}
