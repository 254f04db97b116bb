// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;

/** What opens the sandbox's storages. */
public record StorageCredentials(String accessKey, String secretKey, String user, String password, String userKey) {
    boolean opensS3(JsonNode auth) {
        return accessKey.equals(
                        auth.path("accessId").asText(auth.path("s3AccessKey").asText()))
                && secretKey.equals(
                        auth.path("secretKey").asText(auth.path("s3SecretKey").asText()));
    }

    boolean opensSftp(JsonNode auth) {
        String name = auth.path("username").asText(auth.path("userName").asText());
        boolean key = auth.path("sshKey").asText().strip().equals(userKey.strip());
        return user.equals(name)
                && (key || password.equals(auth.path("password").asText()));
    }

    @Override
    public String toString() {
        return "StorageCredentials[" + accessKey + ", " + user + "]";
    }
}
