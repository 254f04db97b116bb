// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The JSON that the Developer Console lets one download: of a workspace ({@code project.workspace.details.credentials}), or of one credential, flat and in capitals.
 * UNVERIFIED: the flat form ({@code CLIENT_ID, CLIENT_SECRETS, ORG_ID, SCOPES}); seen in public tools that read it, not in Adobe's documentation.
 */
final class ConsoleJson implements CredentialSource {
    private static final String SERVER_TO_SERVER = "oauth_server_to_server";

    private final CredentialFile file;
    private final String credential;

    ConsoleJson(Path path, String credential) {
        this.file = new CredentialFile(path);
        this.credential = credential;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Either<BridgeError, ImsCredential> read() {
        return file.text()
                .flatMap(text -> text.isEmpty() || text.get().isBlank()
                        ? Either.right(ImsCredential.none())
                        : Json.object(text.get()).toEither(this::noJson).flatMap(this::credential));
    }

    @Override
    public String toString() {
        return name();
    }

    private Either<BridgeError, ImsCredential> credential(JsonNode root) {
        JsonNode project = root.path("project");
        if (!project.isObject()) {
            return flat(root);
        }
        Vector<JsonNode> all =
                Vector.ofAll(project.path("workspace").path("details").path("credentials"));
        Vector<JsonNode> fitting = all.filter(each -> each.has(SERVER_TO_SERVER))
                .filter(each -> credential.isEmpty()
                        || credential.equals(each.path("name").asText()));
        if (fitting.size() == 1) {
            return Either.right(ConsoleCredential.ofWorkspace(
                    fitting.head().path(SERVER_TO_SERVER), project.path("org").path("ims_org_id")));
        }
        return Either.left(fitting.isEmpty() ? absent(all) : ambiguous(fitting));
    }

    private Either<BridgeError, ImsCredential> flat(JsonNode root) {
        boolean isLegacy = root.has("PRIVATE_KEY")
                || root.has("META_SCOPES")
                || (root.has("CLIENT_SECRET") && !root.has("CLIENT_SECRETS") && !root.has("SCOPES"));
        return isLegacy ? Either.left(LegacyCredential.refusal(name())) : Either.right(ConsoleCredential.ofFlat(root));
    }

    private BridgeError absent(Vector<JsonNode> all) {
        boolean onlyLegacy = credential.isEmpty() && all.exists(each -> each.has("jwt"));
        return onlyLegacy
                ? LegacyCredential.refusal(name())
                : wrong("holds no OAuth Server-to-Server credential"
                        + (credential.isEmpty() ? "" : " named '" + credential + "'")
                        + "; add one to the project and download the file again");
    }

    private BridgeError ambiguous(Vector<JsonNode> fitting) {
        return wrong("holds " + fitting.size() + " credentials ("
                + fitting.map(each -> each.path("name").asText()).mkString(", ")
                + "); name one with consoleJson(file, name)");
    }

    private BridgeError noJson() {
        return wrong("is no JSON object; download the file again");
    }

    private BridgeError wrong(String what) {
        return BridgeError.InvalidRequest.of("ims.credential", name() + " " + Objects.requireNonNull(what));
    }
}
