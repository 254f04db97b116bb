// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.system.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust in TLS, and as whom to appear, in place of what the Java runtime says. The host's name in the certificate is checked in any case. Immutable; holds keys, and
 * shows none.
 */
public final class HttpTls {
    private final SSLSocketFactory sockets;
    private final X509TrustManager trust;

    private HttpTls(SSLSocketFactory sockets, X509TrustManager trust) {
        this.sockets = sockets;
        this.trust = trust;
    }

    /**
     * As a context of the embedding application says, such as one of its own bundles of certificates.
     *
     * @param trust the same that {@code context} was made with
     */
    public static HttpTls of(SSLContext context, X509TrustManager trust) {
        return new HttpTls(context.getSocketFactory(), trust);
    }

    /**
     * Trusts the authorities and certificates in {@code authorities}, and nobody else.
     *
     * @throws IllegalArgumentException when the store cannot be used so
     */
    public static HttpTls trusting(KeyStore authorities) {
        return made(authorities, null, null);
    }

    /**
     * Trusts the authorities and certificates in {@code authorities}, and appears with the key and certificate in {@code identity} where a system asks for one.
     *
     * @param password opens the key
     * @throws IllegalArgumentException when a store cannot be used so
     */
    public static HttpTls trusting(KeyStore authorities, KeyStore identity, Secret password) {
        return made(authorities, identity, password);
    }

    SSLSocketFactory sockets() {
        return sockets;
    }

    X509TrustManager trust() {
        return trust;
    }

    private static HttpTls made(KeyStore authorities, @Nullable KeyStore identity, @Nullable Secret password) {
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(authorities);
            X509TrustManager trust = Stream.of(trusted.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(identity, password), new TrustManager[] {trust}, null);
            return of(context, trust);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The stores of HttpTls cannot be used ("
                            + unusable.getClass().getSimpleName() + "); check what they hold, and the password",
                    unusable);
        }
    }

    private static KeyManager @Nullable [] keys(@Nullable KeyStore identity, @Nullable Secret password)
            throws GeneralSecurityException {
        if (identity == null) {
            return null;
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] opened = password == null ? new char[0] : password.reveal().toCharArray();
        try {
            keys.init(identity, opened);
        } finally {
            Arrays.fill(opened, '\0');
        }
        return keys.getKeyManagers();
    }

    @Override
    public String toString() {
        return "HttpTls";
    }
}
