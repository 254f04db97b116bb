// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a token is for, with the scopes that the product asks for. Presets only: where the credential's page in the Developer Console shows another list, that list is
 * right.
 */
public enum ImsProduct {
    /** Campaign Classic v7 and v8. UNVERIFIED: seen in public projects, not in Adobe's documentation. */
    CAMPAIGN(
            "openid",
            "AdobeID",
            "campaign_sdk",
            "additional_info.projectedProductContext",
            "campaign_config_server_general",
            "deliverability_service_general"),

    /** Audience Manager. UNVERIFIED: plausible, not documented. */
    AUDIENCE_MANAGER(
            "openid",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
            "audiencemanager_api"),

    /** Experience Platform and Real-Time CDP. Source: Experience Platform, "Authenticate and access Experience Platform APIs". */
    EXPERIENCE_PLATFORM(
            "openid", "session", "AdobeID", "read_organizations", "additional_info.projectedProductContext"),

    /** Listing, adding and removing the secrets of a credential. Source: Developer Console, "Server to server authentication". */
    SECRET_ROTATION(
            "AdobeID",
            "openid",
            "read_organizations",
            "additional_info.projectedProductContext",
            "additional_info.roles",
            "adobeio_api",
            "read_client_secret",
            "manage_client_secrets");

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> scopes;

    ImsProduct(String... scopes) {
        this.scopes = List.of(scopes);
    }

    /** The product's scopes, in the order seen. */
    public List<String> scopes() {
        return scopes;
    }

    /** The scopes of several products in one list, each once; for a credential that serves them all. */
    public static List<String> scopesOf(ImsProduct first, ImsProduct... more) {
        Set<String> together = new LinkedHashSet<>(first.scopes);
        for (ImsProduct product : more) {
            together.addAll(product.scopes);
        }
        return List.copyOf(new ArrayList<>(together));
    }
}
