// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.immutables.value.Value;

/** How one transport talks: timeouts, retries, its name, and optionally the OkHttp client it builds on. */
@HouseValue
@Value.Immutable
public interface HttpSettings {
    /** Time to open a connection, TLS included; 10 seconds by default. */
    @Value.Default
    default Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }

    /** Longest silence on an open connection, in either direction; 60 seconds by default. The call's deadline bounds the whole in any case. */
    @Value.Default
    default Duration readTimeout() {
        return Duration.ofSeconds(60);
    }

    /** Calls made for one request, the first included; 4 by default, 1 switches retries off. */
    @Value.Default
    default int maxAttempts() {
        return 4;
    }

    /**
     * Time that one attempt may take until its answer is there, or begins where it is read piece by piece; an attempt that takes longer is given up, and repeated where that is
     * safe. Empty, the default, for the time of the call.
     */
    Optional<Duration> attemptLimit();

    /** Time that the pauses between the attempts of one request may take together; one minute by default. */
    @Value.Default
    default Duration retryBudget() {
        return Duration.ofMinutes(1);
    }

    /** Largest answer that is read into memory, in bytes; 64 MiB by default. Larger ones are for {@link HttpTransport#open}. */
    @Value.Default
    default int maxAnswerBytes() {
        return 64 << 20;
    }

    /** The application on whose behalf we call, shown in the User-Agent header; empty by default. Printable ASCII. */
    @Value.Default
    default String applicationName() {
        return "";
    }

    /** Whether plain http is allowed to hosts other than this machine; false by default, and only a closed test network is a reason to change it. */
    @Value.Default
    default boolean allowPlainHttp() {
        return false;
    }

    /** The proxy through which calls leave; without one, and without a {@link #client()}, they go straight to the host. Plain http to this machine always does. */
    Optional<HttpProxy> proxy();

    /** Whom to trust in TLS and as whom to appear; by default as the {@link #client()} or the Java runtime says. */
    Optional<HttpTls> tls();

    /**
     * The client to build on, which stays its owner's: it is not closed. Its connection pool, dispatcher, DNS, TLS, proxy, event listeners and interceptors are kept; interceptors
     * see every header, {@code Authorization} included. Timeouts, redirects and retries follow these settings, and nothing of its cookies, its cache or its authenticator is used.
     */
    Optional<OkHttpClient> client();

    /** All defaults. */
    static HttpSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableHttpSettings.Builder {
        Builder() {}
    }
}
