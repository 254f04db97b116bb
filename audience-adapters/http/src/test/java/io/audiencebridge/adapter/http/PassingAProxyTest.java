// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.KeyStore;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real proxies on this machine, with tunnels and without. The name {@code campaign.test} leads nowhere but through them. */
@Timeout(20)
class PassingAProxyTest {
    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .addSubjectAlternativeName("campaign.test")
            .build();
    private static final String ACCOUNT = Credentials.basic("batch", "pr0xy-word");

    private final Bench bench = new Bench();

    PassingAProxyTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void https_goes_through_a_tunnel_that_asks_for_an_account() throws Exception {
        serveTls();
        bench.answers(200);
        try (LoopbackProxy proxy = new LoopbackProxy(bench.server.getPort(), Optional.of(ACCOUNT))) {
            var answer = send("https", settings(proxy, "pr0xy-word"));

            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(proxy.heads).last().asString().startsWith("CONNECT campaign.test:");
            assertThat(bench.server.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
        }
    }

    @Test
    void an_account_that_the_proxy_refuses_is_our_own_matter_shows_no_password_and_is_not_tried_again()
            throws Exception {
        serveTls();
        try (LoopbackProxy proxy = new LoopbackProxy(bench.server.getPort(), Optional.of(ACCOUNT))) {
            var answer = send("https", settings(proxy, "wr0ng-word"));

            assertThat(answer.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
            assertThat(answer.getLeft().message())
                    .contains("HttpSettings.proxy")
                    .doesNotContain("batch", "wr0ng");
            assertThat(bench.server.getRequestCount()).isZero();
            assertThat(bench.pauses).isEmpty();
        }
    }

    @Test
    void plain_http_in_a_closed_network_signs_in_with_its_first_request_and_keeps_its_body() throws Exception {
        bench.answers(200);
        try (LoopbackProxy proxy = new LoopbackProxy(bench.server.getPort(), Optional.of(ACCOUNT))) {
            HttpSettings closedNetwork = HttpSettings.builder()
                    .from(settings(proxy, "pr0xy-word"))
                    .allowPlainHttp(true)
                    .build();

            var answer = send("http", closedNetwork);

            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(proxy.heads).hasSize(1);
            assertThat(bench.server.takeRequest().getBody().utf8()).isEqualTo("hello");
        }
    }

    @Test
    void plain_http_to_this_machine_is_carried_to_no_proxy_not_even_a_given_clients() throws Exception {
        bench.answers(200);
        bench.answers(200);
        try (LoopbackProxy proxy = new LoopbackProxy(bench.server.getPort(), Optional.empty())) {
            OkHttpClient given = new OkHttpClient.Builder()
                    .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())))
                    .build();
            for (HttpSettings each : new HttpSettings[] {
                HttpSettings.builder().client(given).build(),
                HttpSettings.builder()
                        .proxy(HttpProxy.at("127.0.0.1", proxy.port()))
                        .build()
            }) {
                assertThat(send(bench.uri("/"), each).get().status()).isEqualTo(200);
            }

            assertThat(proxy.heads).isEmpty();
        }
    }

    @Test
    void a_store_of_authorities_and_an_identity_of_ones_own_are_what_tls_shows() throws Exception {
        HeldCertificate ours = new HeldCertificate.Builder().commonName("batch").build();
        bench.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(CERTIFICATE)
                .addTrustedCertificate(ours.certificate())
                .build()
                .sslSocketFactory());
        bench.server.requireClientAuth();
        bench.answers(200);
        KeyStore authorities = store();
        authorities.setCertificateEntry("system", CERTIFICATE.certificate());
        KeyStore identity = store();
        identity.setKeyEntry(
                "batch", ours.keyPair().getPrivate(), "k3y-word".toCharArray(), new java.security.cert.Certificate[] {
                    ours.certificate()
                });
        try (LoopbackProxy proxy = new LoopbackProxy(bench.server.getPort(), Optional.empty())) {
            HttpSettings settings = HttpSettings.builder()
                    .proxy(HttpProxy.at("127.0.0.1", proxy.port()))
                    .tls(HttpTls.trusting(authorities, identity, Secret.of("k3y-word")))
                    .build();

            var answer = send("https", settings);

            assertThat(answer.map(HttpAnswer::status)).isEqualTo(Either.right(200));
            assertThat(bench.server.takeRequest().getHandshake().peerPrincipal().getName())
                    .contains("batch");
            assertThat(settings.toString()).doesNotContain("k3y-word");
        }
    }

    private static HttpSettings settings(LoopbackProxy proxy, String password) throws Exception {
        KeyStore authorities = store();
        authorities.setCertificateEntry("system", CERTIFICATE.certificate());
        return HttpSettings.builder()
                .proxy(HttpProxy.builder()
                        .host("127.0.0.1")
                        .port(proxy.port())
                        .user("batch")
                        .password(Secret.of(password))
                        .build())
                .tls(HttpTls.trusting(authorities))
                .build();
    }

    private Either<BridgeError, HttpAnswer> send(String scheme, HttpSettings settings) {
        return send(URI.create(scheme + "://campaign.test:" + bench.server.getPort() + "/"), settings);
    }

    private Either<BridgeError, HttpAnswer> send(URI uri, HttpSettings settings) {
        try (var transport = bench.transport(settings)) {
            return transport.send(HttpCall.post(uri, Bench.BODY).build(), Bench.call());
        }
    }

    private void serveTls() {
        bench.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(CERTIFICATE)
                .build()
                .sslSocketFactory());
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
