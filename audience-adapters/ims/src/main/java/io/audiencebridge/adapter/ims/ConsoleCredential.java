// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One credential of the Developer Console's JSON. */
final class ConsoleCredential {
    private ConsoleCredential() {}

    static ImsCredential ofWorkspace(JsonNode node, JsonNode organisation) {
        return ImsCredential.builder()
                .organisation(text(organisation).map(ImsOrgId::new))
                .clientId(text(node.path("client_id")))
                .clientSecrets(secrets(node.path("client_secrets")))
                .scopes(scopes(node.path("scopes")))
                .build();
    }

    static ImsCredential ofFlat(JsonNode root) {
        return ImsCredential.builder()
                .organisation(text(root.path("ORG_ID"))
                        .or(() -> text(root.path("IMS_ORG_ID")))
                        .map(ImsOrgId::new))
                .clientId(text(root.path("CLIENT_ID")).or(() -> text(root.path("API_KEY"))))
                .clientSecrets(
                        secrets(root.has("CLIENT_SECRETS") ? root.path("CLIENT_SECRETS") : root.path("CLIENT_SECRET")))
                .scopes(scopes(root.path("SCOPES")))
                .build();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual()
                ? Optional.of(node.asText().strip()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private static List<Secret> secrets(JsonNode node) {
        return texts(node).stream().map(Secret::of).toList();
    }

    private static List<String> scopes(JsonNode node) {
        return node.isTextual() ? ScopeList.read(node.asText()) : texts(node);
    }

    /** One text or an array of texts. */
    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .flatMap(each -> text(each).stream())
                        .toList()
                : text(node).stream().toList();
    }
}
