// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecuringCallsTest {
    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .addSubjectAlternativeName("campaign.test")
            .build();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_trusted_system_is_called_over_tls_on_a_socket_that_sends_at_once() {
        var noDelay = new AtomicReference<Boolean>();
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        var client = loopback()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .addNetworkInterceptor(chain -> {
                    noDelay.set(chain.connection().socket().getTcpNoDelay());
                    return chain.proceed(chain.request());
                })
                .build();
        serveTls();
        bench.answers(200);

        var answer = send("https", HttpSettings.builder().client(client).build());

        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(noDelay).hasValue(true);
    }

    @Test
    void a_certificate_that_is_not_trusted_is_our_own_matter_and_not_tried_again() {
        serveTls();

        var answer =
                send("https", HttpSettings.builder().client(loopback().build()).build());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(answer.getLeft().message()).contains("campaign.test", "not trusted");
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void plain_http_to_another_machine_is_refused_before_a_byte_leaves() {
        var settings = HttpSettings.builder().client(loopback().build());

        var answer = send("http", settings.build());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(answer.getLeft().message()).contains("campaign.test", "https");
        assertThat(bench.server.getRequestCount()).isZero();
    }

    @Test
    void plain_http_to_another_machine_goes_out_where_the_settings_say_so() {
        var settings = HttpSettings.builder().client(loopback().build()).allowPlainHttp(true);
        bench.answers(200);

        var answer = send("http", settings.build());

        assertThat(answer.get().status()).isEqualTo(200);
    }

    private Either<BridgeError, HttpAnswer> send(String scheme, HttpSettings settings) {
        var uri = bench.server
                .url("/")
                .newBuilder()
                .scheme(scheme)
                .host("campaign.test")
                .build()
                .uri();
        try (var transport = bench.transport(settings)) {
            return transport.send(HttpCall.get(uri).build(), Bench.call());
        }
    }

    private void serveTls() {
        bench.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(CERTIFICATE)
                .build()
                .sslSocketFactory());
    }

    /** Every host name leads to this machine. */
    private static OkHttpClient.Builder loopback() {
        return new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getLoopbackAddress()));
    }
}
