// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Who a relay says it is: one whom the bridge trusts, one whom nobody vouches for, and one whose time is over. */
final class Certificates {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final SSLContext trusted = context(new HeldCertificate.Builder().signedBy(authority));
    private final SSLContext untrusted = context(new HeldCertificate.Builder());
    private final SSLContext expired = context(new HeldCertificate.Builder()
            .signedBy(authority)
            .validityInterval(ago(Duration.ofDays(30)), ago(Duration.ofDays(1))));

    private static long ago(Duration time) {
        return Instant.now().minus(time).toEpochMilli();
    }

    private static SSLContext context(HeldCertificate.Builder builder) {
        HeldCertificate certificate =
                builder.addSubjectAlternativeName("localhost").build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    SSLContext trusted() {
        return trusted;
    }

    SSLContext untrusted() {
        return untrusted;
    }

    SSLContext expired() {
        return expired;
    }

    /** Lets a client trust the authority, and nobody else. */
    OkHttpClient.Builder trustedBy(OkHttpClient.Builder client) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        return client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
    }
}
