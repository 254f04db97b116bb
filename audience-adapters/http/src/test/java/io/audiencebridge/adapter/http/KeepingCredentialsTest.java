// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that signs in goes where it was not meant to go: on real sockets, with a client of one's own that would follow. */
final class KeepingCredentialsTest {
    private static final String TOKEN = "Bearer s3cr3t";
    private Bench system;
    private Bench stranger;

    @BeforeEach
    void open() throws Exception {
        system = new Bench();
        stranger = new Bench();
    }

    @AfterEach
    void close() {
        system.close();
        stranger.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_carries_no_credentials_to_another_host(int status) {
        system.answers(status, "Location", stranger.uri("/take").toString());
        stranger.answers(200);

        BridgeError error = send(system.uri("/v1/segments"), new OkHttpClient()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains("redirects are not followed").doesNotContain("s3cr3t");
        assertThat(stranger.server.getRequestCount()).isZero();
    }

    @Test
    void a_redirect_from_https_to_plain_http_is_not_followed() {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(system.server.getHostName())
                .build();
        HandshakeCertificates known = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        system.server.useHttps(known.sslSocketFactory());
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(known.sslSocketFactory(), known.trustManager())
                .build();
        system.answers(302, "Location", stranger.uri("/take").toString());
        stranger.answers(200);

        BridgeError error = send(system.uri("/v1/segments"), client).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(stranger.server.getRequestCount()).isZero();
    }

    @Test
    void an_address_with_credentials_in_it_is_refused_and_not_repeated() {
        URI address = URI.create(system.uri("/").toString().replace("://", "://ann:s3cr3t@"));

        BridgeError error = send(address, new OkHttpClient()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("user information").doesNotContain("s3cr3t", "ann");
        assertThat(system.server.getRequestCount()).isZero();
    }

    @Test
    void plain_http_to_another_machine_is_told_by_address_and_setting_before_any_call() {
        HttpSettings usual = HttpSettings.standard();
        HttpSettings allowed = HttpSettings.builder().allowPlainHttp(true).build();
        URI plain = URI.create("http://campaign.example.com");

        assertThat(HttpTransport.plainHttp("campaign.uri", plain, usual).map(Violation::toString))
                .singleElement()
                .asString()
                .contains("campaign.uri", "campaign.example.com", "HttpSettings.allowPlainHttp");
        assertThat(HttpTransport.plainHttp("campaign.uri", plain, allowed)).isEmpty();
        assertThat(HttpTransport.plainHttp("campaign.uri", URI.create("http://localhost:1"), usual))
                .isEmpty();
        assertThat(HttpTransport.plainHttp("campaign.uri", URI.create("https://campaign.example.com"), usual))
                .isEmpty();
    }

    private Either<BridgeError, HttpAnswer> send(URI address, OkHttpClient client) {
        HttpSettings settings = HttpSettings.builder().client(client).build();
        try (HttpTransport transport = system.transport(settings)) {
            HttpCall call = HttpCall.get(address)
                    .putSecretHeaders("Authorization", Secret.of(TOKEN))
                    .putSecretHeaders("x-api-key", Secret.of("s3cr3t"))
                    .putSecretHeaders("Cookie", Secret.of("s3cr3t"))
                    .build();
            return transport.send(call, Bench.call()).flatMap(answer -> answer.accepted());
        }
    }
}
