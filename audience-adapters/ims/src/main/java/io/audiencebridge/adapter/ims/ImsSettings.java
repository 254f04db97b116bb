// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.SignInSettings;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An OAuth server-to-server credential of a project in Adobe's Developer Console, and where it signs in. Can be printed: secrets stay hidden.
 *
 * <p>What is not given here is looked up in {@link #sources()}, at the opening and again before each request for a token.
 */
@HouseValue
@Value.Immutable
public interface ImsSettings extends SignInSettings {
    /** Where Adobe's customers sign in. */
    URI PRODUCTION = URI.create("https://ims-na1.adobelogin.com");

    /** UNVERIFIED: what Campaign and Audience Manager ask for, together, for a credential that serves both. */
    List<String> DEFAULT_SCOPES = List.of(
            "openid",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
            "campaign_sdk",
            "campaign_config_server_general",
            "deliverability_service_general",
            "audiencemanager_api");

    /** The organisation that owns the credential, as product calls name it. */
    Optional<ImsOrgId> organisation();

    /** The credential's client id, which is the API key of product calls too. */
    Optional<String> clientId();

    /** The credential's client secrets; up to two are valid at a time, so that one can replace the other without a gap. Tried in this order. */
    List<Secret> clientSecrets();

    /**
     * What the token is for, in the order sent. Empty: what the source says, else {@link #DEFAULT_SCOPES}. {@link ImsProduct} has the lists of single products; copy the
     * list from the credential's page where it differs.
     */
    List<String> scopes();

    /** Where to sign in. Empty: what the source says, else {@link #PRODUCTION}. */
    Optional<URI> uri();

    /**
     * Where to look for what is missing above, in this order; {@link CredentialSource#standard()} if empty. The first that completes the credential is used; one that
     * belongs to another client is passed over.
     */
    List<CredentialSource> sources();

    /**
     * How long refused credentials are not tried again, so that a wrong secret does not hammer the service; a minute by default, zero to try each time. A credential
     * that changed meanwhile is tried at once.
     */
    @Value.Default
    default Duration refusalsKept() {
        return Duration.ofMinutes(1);
    }

    /**
     * How long before its end a token is replaced, by one caller while the others use it on; 10 minutes by default, at most a tenth of the token's life.
     * Zero replaces it at its end only.
     */
    @Value.Default
    default Duration refreshAhead() {
        return Duration.ofMinutes(10);
    }

    /** How to talk to it. */
    @Value.Default
    default HttpSettings http() {
        return HttpSettings.standard();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableImsSettings.Builder {
        Builder() {}

        /** The one client secret; {@link #clientSecrets} takes two. */
        public Builder clientSecret(Secret secret) {
            return clientSecrets(List.of(secret));
        }

        /** The scopes of these products, each once. */
        public Builder products(ImsProduct first, ImsProduct... more) {
            return scopes(ImsProduct.scopesOf(first, more));
        }
    }
}
