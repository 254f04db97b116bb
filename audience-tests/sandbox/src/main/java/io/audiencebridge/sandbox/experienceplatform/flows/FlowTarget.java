// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import java.nio.file.Path;

/** Where a flow's files go: what the target connection says, if the credentials of its base connection are right. Source: experience-cloud.md, section 4.2. */
final class FlowTarget {
    private final StorageCredentials credentials;

    FlowTarget(StorageCredentials credentials) {
        this.credentials = credentials;
    }

    /** {@code FOLDER}, with a path of this machine, is the sandbox's own mode; Azure does not exist in it. */
    Target of(JsonNode params, JsonNode auth) {
        String path = params.path("path").asText(params.path("remotePath").asText(""));
        return switch (params.path("mode").asText()) {
            case "S3" ->
                credentials.opensS3(auth)
                        ? Target.bucket(params.path("bucketName").asText(), path)
                        : Target.unreachable();
            case "FTP" ->
                credentials.opensSftp(auth)
                        ? Target.sftp(params.path("remotePath").asText(path))
                        : Target.unreachable();
            case "FOLDER" -> Target.folder(Path.of(path));
            default -> Target.unreachable();
        };
    }
}
