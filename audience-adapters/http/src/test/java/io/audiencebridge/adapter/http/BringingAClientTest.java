// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Cache;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of the embedding application: what of it counts, and what does not. */
class BringingAClientTest {
    private final Bench bench = new Bench();

    BringingAClientTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void its_pool_and_its_dispatcher_carry_the_calls_and_are_left_open() {
        var pool = new ConnectionPool(3, 1, TimeUnit.MINUTES);
        var dispatcher = new Dispatcher();
        var running = new AtomicInteger();
        OkHttpClient given = new OkHttpClient.Builder()
                .connectionPool(pool)
                .dispatcher(dispatcher)
                .addInterceptor(chain -> {
                    running.set(dispatcher.runningCallsCount());
                    return chain.proceed(chain.request());
                })
                .build();
        bench.answers(200);

        send(given, "/");

        assertThat(running).hasValue(1);
        assertThat(pool.connectionCount()).isEqualTo(1);
        assertThat(dispatcher.executorService().isShutdown()).isFalse();
    }

    @Test
    void redirects_repeats_and_answers_to_401_stay_ours() {
        OkHttpClient given = new OkHttpClient.Builder()
                .followRedirects(true)
                .retryOnConnectionFailure(true)
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "Basic of-the-application")
                        .build())
                .build();
        bench.answers(302, "Location", "/elsewhere");
        bench.answers(401, "WWW-Authenticate", "Basic realm=\"system\"");

        assertThat(send(given, "/moved").status()).isEqualTo(302);
        assertThat(send(given, "/closed").status()).isEqualTo(401);
        assertThat(bench.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void no_answer_reaches_its_cache_and_no_cookie_its_jar(@TempDir Path folder) throws Exception {
        try (var cache = new Cache(folder.toFile(), 1 << 20)) {
            OkHttpClient given = new OkHttpClient.Builder()
                    .cache(cache)
                    .cookieJar(new OneCookie())
                    .build();
            bench.server.enqueue(new MockResponse.Builder()
                    .setHeader("Cache-Control", "max-age=600")
                    .setHeader("Set-Cookie", "session=of-the-system")
                    .body("members")
                    .build());

            send(given, "/members");

            assertThat(bench.server.takeRequest().getHeaders().get("Cookie")).isNull();
            assertThat(cache.writeSuccessCount()).isZero();
            assertThat(cache.requestCount()).isZero();
        }
    }

    private HttpAnswer send(OkHttpClient given, String path) {
        try (var transport =
                bench.transport(HttpSettings.builder().client(given).build())) {
            return transport
                    .send(HttpCall.get(bench.uri(path)).build(), Bench.call())
                    .get();
        }
    }

    private static final class OneCookie implements CookieJar {
        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            throw new AssertionError("The application's jar was given the system's cookies");
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.of(new Cookie.Builder()
                    .name("application")
                    .value("its-own")
                    .domain(url.host())
                    .build());
        }
    }
}
