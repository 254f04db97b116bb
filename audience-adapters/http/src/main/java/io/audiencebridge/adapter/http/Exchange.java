// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** One attempt on its way: bound to the deadline and the cancellation of its call, and heard of by its observer, until it ends, once. */
final class Exchange {
    private final okhttp3.Call call;
    private final Call.Registration cancellation;
    private final AttemptLimit limit;
    private final Watch watch;
    private final AtomicBoolean over = new AtomicBoolean();

    private Exchange(okhttp3.Call call, Trip trip, Watch watch) {
        this.call = call;
        this.watch = watch;
        call.timeout().timeout(Math.max(1, trip.call().remaining().toNanos()), TimeUnit.NANOSECONDS);
        this.cancellation = trip.call().onCancel(call::cancel);
        this.limit = AttemptLimit.start(call, trip.limit());
    }

    static Exchange begin(OkHttpClient client, Requests requests, HttpCall request, Trip trip) {
        Watch watch = trip.call().begin(new Activity.Exchange(trip.system(), trip.operation(), trip.attempt()));
        return new Exchange(client.newCall(requests.of(request, trip, watch.headers())), trip, watch);
    }

    /** OkHttp lets an undeclared InterruptedException escape while it waits for a connection. */
    Response execute() throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException declared) {
            throw declared;
        } catch (Exception escaped) {
            if (escaped instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException(escaped);
        }
    }

    /** The answer is there, or begins; from now on the attempt may take its time. */
    void arrived() throws AttemptLimit.Slow {
        if (limit.exit()) {
            throw new AttemptLimit.Slow();
        }
    }

    /** Why it failed: {@code failure}, unless it was the attempt's own limit that broke it. */
    IOException reason(IOException failure) {
        return limit.exit() ? new AttemptLimit.Slow() : failure;
    }

    void end(Optional<BridgeError> failure) {
        if (over.compareAndSet(false, true)) {
            limit.exit();
            cancellation.close();
            watch.ends(failure);
        }
    }
}
