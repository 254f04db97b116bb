// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Connection;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Signs in to a proxy. Its account goes to the proxy alone, never to the system behind it. */
final class ThroughProxy {
    private static final String AUTHORIZATION = "Proxy-Authorization";

    /** OkHttp's own challenge, before the proxy has said anything. */
    private static final String UNASKED = "OkHttp-Preemptive";

    private final HttpProxy proxy;

    ThroughProxy(HttpProxy proxy) {
        this.proxy = proxy;
    }

    void in(OkHttpClient.Builder client) {
        client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                .proxyAuthenticator(this::tunnel)
                .addNetworkInterceptor(this::plain);
    }

    /** Asked before a tunnel is opened, and again when the proxy refused. */
    private @Nullable Request tunnel(@Nullable Route route, Response challenge) throws IOException {
        Optional<String> account = account();
        if (account.isEmpty() && UNASKED.equals(challenge.header("Proxy-Authenticate"))) {
            return null;
        }
        if (account.isEmpty() || challenge.request().header(AUTHORIZATION) != null) {
            throw new Refused();
        }
        return challenge
                .request()
                .newBuilder()
                .header(AUTHORIZATION, account.get())
                .build();
    }

    /** A call in clear text passes the proxy as it is: there is no tunnel to sign in to, and a body is not sent twice. */
    private Response plain(Interceptor.Chain chain) throws IOException {
        Connection line = chain.connection();
        boolean read = line != null
                && line.route().proxy().type() == Proxy.Type.HTTP
                && !chain.request().isHttps();
        Optional<String> account = read ? account() : Optional.empty();
        Response answer = chain.proceed(account.map(value -> chain.request()
                        .newBuilder()
                        .header(AUTHORIZATION, value)
                        .build())
                .orElseGet(chain::request));
        if (read && answer.code() == 407) {
            answer.close();
            throw new Refused();
        }
        return answer;
    }

    private Optional<String> account() {
        return proxy.user()
                .map(user -> Credentials.basic(
                        user, proxy.password().map(Secret::reveal).orElse(""), StandardCharsets.UTF_8));
    }

    /** The proxy did not let us through. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("The proxy refused its account");
        }
    }
}
