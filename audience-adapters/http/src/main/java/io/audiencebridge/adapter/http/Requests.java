// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.net.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Our words in OkHttp's: the client it needs and the requests it sends. */
final class Requests {
    private static final Set<String> NEED_BODY = Set.of("POST", "PUT", "PATCH");
    private static final RequestBody NOTHING = RequestBody.create(new byte[0]);
    private final String userAgent;

    /** Refuses a name that no header can carry. */
    Requests(String applicationName) {
        if (!applicationName.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "HttpSettings.applicationName '" + applicationName + "' must be printable ASCII");
        }
        this.userAgent = applicationName.isEmpty() ? "AudienceBridge" : "AudienceBridge (" + applicationName + ")";
    }

    /** A client that never repeats and never follows on its own, and keeps nothing of what it carries. */
    static OkHttpClient client(HttpSettings settings) {
        OkHttpClient base = settings.client()
                .orElseGet(
                        () -> new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).build());
        OkHttpClient.Builder client = base.newBuilder();
        settings.tls().ifPresent(tls -> client.sslSocketFactory(tls.sockets(), tls.trust()));
        settings.proxy().ifPresent(proxy -> new ThroughProxy(proxy).in(client));
        if (!settings.allowPlainHttp()) {
            client.proxySelector(new NeverInClear(client.build())).proxy(null);
        }
        return client.socketFactory(new NoDelaySockets(base.socketFactory()))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .addNetworkInterceptor(Requests::departing)
                .build();
    }

    /** The request; {@code more} are headers for whoever follows it. */
    Request of(HttpCall call, Trip trip, Map<String, String> more) {
        Request.Builder request = new Request.Builder()
                .url(Objects.requireNonNull(HttpUrl.get(call.uri())))
                .header("User-Agent", userAgent)
                .tag(Trip.class, trip);
        more.forEach(request::header);
        call.headers().forEach(request::header);
        call.secretHeaders().forEach((name, value) -> request.header(name, value.reveal()));
        return call.body()
                .map(body -> request.method(call.method(), new BodySource(body)))
                .orElseGet(() -> request.method(call.method(), NEED_BODY.contains(call.method()) ? NOTHING : null))
                .build();
    }

    /** Runs once a connection stands, right before the first byte of the request. Hides the one answer that OkHttp would repeat a request for. */
    private static Response departing(Interceptor.Chain chain) throws IOException {
        Trip trip = chain.request().tag(Trip.class);
        if (trip != null) {
            trip.depart();
        }
        Response response = chain.proceed(chain.request());
        return response.code() == 503 && "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
