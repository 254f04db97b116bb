// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing;

import io.audiencebridge.adapter.http.HttpSettings;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Gives answers in place of a network, so that a client is fuzzed whole, as it is used, and thousands of times a second. */
public final class CannedAnswers implements Interceptor {
    private static final OkHttpClient PLAIN = new OkHttpClient();
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int[] STATUSES = {200, 200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503};

    private final Function<Request, byte[]> bodies;
    private final int status;
    private final String pause;

    private CannedAnswers(Function<Request, byte[]> bodies, int status, String pause) {
        this.bodies = bodies;
        this.status = status;
        this.pause = pause;
    }

    /** A client that gets {@code body} as the answer to everything, with a status of its choice. */
    public static HttpSettings of(Foreign input) {
        byte[] body = input.after(1).bytes();
        return settings(new CannedAnswers(request -> body, STATUSES[input.choice(0, STATUSES.length)], "1"));
    }

    /** A client that gets answers by request, with status 200. */
    public static HttpSettings of(Function<Request, byte[]> bodies) {
        return settings(new CannedAnswers(bodies, STATUSES[0], "1"));
    }

    @Override
    public Response intercept(Chain chain) {
        Request request = chain.request();
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .header("Retry-After", pause)
                .header("ETag", "\"1\"")
                .body(ResponseBody.create(bodies.apply(request), JSON))
                .build();
    }

    private static HttpSettings settings(CannedAnswers answers) {
        return HttpSettings.builder()
                .client(PLAIN.newBuilder().addInterceptor(answers).build())
                .maxAttempts(1)
                .build();
    }
}
