// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;

/** Credentials of the kind Service Account (JWT), which IMS has taken out of service. Source: Developer Console, "Migrate from Service Account (JWT) credentials". */
final class LegacyCredential {
    private LegacyCredential() {}

    static BridgeError refusal(String place) {
        return BridgeError.InvalidRequest.of(
                "ims.credential",
                place
                        + " holds a Service Account (JWT) credential; Adobe ended these on 2025-06-30, and this client does not exchange them. Add an OAuth"
                        + " Server-to-Server credential to the same project in the Developer Console, or migrate the old one there, and give its client id"
                        + " (audiencebridge.ims.client-id or aio_api_key), client secret (audiencebridge.ims.client-secret or aio_client_secret) and scopes"
                        + " (audiencebridge.ims.scopes or aio_oauth_scopes), or the JSON that the page lets you download");
    }
}
