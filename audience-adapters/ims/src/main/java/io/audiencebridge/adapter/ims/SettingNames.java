// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Under which names the parts of a credential are looked up, most preferred first. The names with {@code aio_} are those of Adobe's aio-lib-java, so that its users
 * find their settings understood.
 */
record SettingNames(
        List<String> organisation,
        List<String> clientId,
        List<String> clientSecret,
        List<String> nextClientSecret,
        List<String> scopes,
        List<String> uri) {
    private static final Map<String, String> ALIASES = Map.of(
            "organisation", "aio_ims_org_id",
            "client-id", "aio_api_key",
            "client-secret", "aio_client_secret",
            "scopes", "aio_oauth_scopes",
            "uri", "aio_ims_url");

    /** What only a credential of the old kind has: one that signed a JSON Web Token with a key of its own. */
    static final List<String> OF_JWT =
            List.of("aio_meta_scopes", "aio_encoded_pkcs8", "AIO_META_SCOPES", "AIO_ENCODED_PKCS8");

    static final SettingNames PROPERTIES = new SettingNames(
            property("organisation"),
            property("client-id"),
            property("client-secret"),
            property("next-client-secret"),
            property("scopes"),
            property("uri"));

    static final SettingNames ENVIRONMENT = new SettingNames(
            variable("organisation"),
            variable("client-id"),
            variable("client-secret"),
            variable("next-client-secret"),
            variable("scopes"),
            variable("uri"));

    private static List<String> property(String part) {
        return withAlias("audiencebridge.ims." + part, part);
    }

    private static List<String> variable(String part) {
        return withAlias("AUDIENCE_BRIDGE_IMS_" + part.replace('-', '_').toUpperCase(Locale.ROOT), part);
    }

    private static List<String> withAlias(String own, String part) {
        String alias = ALIASES.get(part);
        return alias == null ? List.of(own) : List.of(own, alias, alias.toUpperCase(Locale.ROOT));
    }
}
