// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import io.audiencebridge.sandbox.server.HttpForm;
import java.util.Optional;
import java.util.Set;

/** Client-credentials grants: who may have a token, and for what. */
final class TokenEndpoint {
    /** What the credential was granted: the scope lists of the products, together. */
    private static final Set<String> GRANTED = Set.of(
            "openid",
            "session",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
            "additional_info.roles",
            "campaign_sdk",
            "campaign_config_server_general",
            "deliverability_service_general",
            "audiencemanager_api",
            "adobeio_api",
            "target_sdk");

    private final ImsClient client;
    private final ImsSecrets secrets;
    private final AccessTokens tokens;
    private final ImsConduct conduct;
    private final TokenPace pace;

    TokenEndpoint(ImsClient client, ImsSecrets secrets, AccessTokens tokens, ImsConduct conduct, TokenPace pace) {
        this.client = client;
        this.secrets = secrets;
        this.tokens = tokens;
        this.conduct = conduct;
        this.pace = pace;
    }

    AccessToken grant(HttpForm form) {
        if (pace.isTooFast()) {
            throw ImsError.tooFast();
        }
        String clientId = form.value("client_id").orElseThrow(() -> ImsError.missing("client_id"));
        String grant = form.value("grant_type").orElseThrow(() -> ImsError.missing("grant_type"));
        if (!grant.equals("client_credentials")) {
            throw ImsError.unsupportedGrant();
        }
        String secret = checkClient(form);
        Optional<String> organisation = form.value("org_id");
        if (organisation.isPresent() && !organisation.get().equals(client.orgId())) {
            throw ImsError.organisation();
        }
        String scope = form.value("scope").orElseThrow(() -> ImsError.scope("none asked for"));
        checkScope(scope);
        return tokens.issue(clientId, secret, scope, conduct.clockSkew().value());
    }

    /** The secret with which the client has shown who it is. */
    String checkClient(HttpForm form) {
        String secret = form.value("client_secret").orElseThrow(() -> ImsError.missing("client_secret"));
        return checkClient(form.value("client_id").orElse(""), secret);
    }

    String checkClient(String clientId, String secret) {
        if (!clientId.equals(client.clientId()) || !secrets.accepts(secret)) {
            throw ImsError.unknownClient();
        }
        return secret;
    }

    private static void checkScope(String scope) {
        for (String part : scope.split(",", -1)) {
            if (!GRANTED.contains(part.strip())) {
                throw ImsError.scope(part);
            }
        }
    }
}
