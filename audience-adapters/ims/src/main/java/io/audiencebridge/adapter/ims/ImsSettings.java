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
import org.immutables.value.Value;

/** An OAuth server-to-server credential of a project in Adobe's Developer Console, and where it signs in. Can be printed: the secret stays hidden. */
@HouseValue
@Value.Immutable
public interface ImsSettings extends SignInSettings {
    /** Where Adobe's customers sign in. */
    URI PRODUCTION = URI.create("https://ims-na1.adobelogin.com");

    /** UNVERIFIED: what Campaign asks for; seen in public projects, not in Adobe's documentation. */
    List<String> CAMPAIGN_SCOPES = List.of(
            "openid",
            "AdobeID",
            "campaign_sdk",
            "additional_info.projectedProductContext",
            "campaign_config_server_general",
            "deliverability_service_general");

    /** UNVERIFIED: what Audience Manager asks for; plausible, not documented. */
    List<String> AUDIENCE_MANAGER_SCOPES = List.of(
            "openid",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
            "audiencemanager_api");

    /** UNVERIFIED: {@link #CAMPAIGN_SCOPES} and {@link #AUDIENCE_MANAGER_SCOPES} together, for a credential that serves both. */
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
    ImsOrgId organisation();

    /** The credential's client id, which is the API key of product calls too. */
    String clientId();

    /** One of the credential's client secrets. */
    Secret clientSecret();

    /** What the token is for, in the order sent; {@link #DEFAULT_SCOPES} unless given. Copy the list from the credential's page where it differs. */
    @Value.Default
    default List<String> scopes() {
        return DEFAULT_SCOPES;
    }

    /** Where to sign in; {@link #PRODUCTION} by default. */
    @Value.Default
    default URI uri() {
        return PRODUCTION;
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
    }
}
