// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Ends a request on the wire when its call is cancelled, and tells the call's observer of each attempt, until its answer begins. The SDK's blocking client sends on the calling thread but lets no caller at the request, so
 * the call comes here with the thread.
 */
final class CancellableHttp implements SdkHttpClient {
    private static final ThreadLocal<@Nullable Sending> CURRENT = new ThreadLocal<>();

    private final SdkHttpClient wire;

    CancellableHttp(SdkHttpClient wire) {
        this.wire = wire;
    }

    /** Runs {@code work}; what it sends ends with {@code call}, whose observer hears of it as {@code operation}. */
    <T> T within(Call call, String operation, Supplier<T> work) {
        CURRENT.set(new Sending(call, operation));
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = wire.prepareRequest(request);
        Sending sending = CURRENT.get();
        return sending == null ? prepared : new Cancellable(prepared, sending.call(), sending.begins());
    }

    @Override
    public String clientName() {
        return wire.clientName();
    }

    @Override
    public void close() {
        wire.close();
    }

    /** One request with its repeats; one thread. */
    private static final class Sending {
        private final Call call;
        private final String operation;
        private int attempt;

        Sending(Call call, String operation) {
            this.call = call;
            this.operation = operation;
        }

        Call call() {
            return call;
        }

        Watch begins() {
            return call.begin(new Activity.Exchange(Refusal.S3, operation, ++attempt));
        }
    }

    private record Cancellable(ExecutableHttpRequest request, Call owner, Watch watch)
            implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                HttpExecuteResponse response = sent();
                watch.ends(Answered.by(response.httpResponse().statusCode(), owner));
                return response;
            } catch (IOException | RuntimeException lost) {
                watch.ends(Optional.of(Answered.nothing(owner)));
                throw lost;
            }
        }

        private HttpExecuteResponse sent() throws IOException {
            Call.Registration cancellation = owner.onCancel(request::abort);
            try {
                stopIfOver();
                return request.call();
            } catch (IOException lost) {
                // Not as the lost line that it looks like, which would be tried again.
                stopIfOver();
                throw lost;
            } finally {
                cancellation.close();
            }
        }

        private void stopIfOver() {
            Either<BridgeError, Call> open = owner.check();
            if (open.isLeft()) {
                throw new CallOver(open.getLeft());
            }
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    /** Passes through the SDK untouched, since it knows no reason to repeat it. */
    static final class CallOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BridgeError error;

        CallOver(BridgeError error) {
            super(error.message());
            this.error = error;
        }

        BridgeError error() {
            return error;
        }
    }
}
