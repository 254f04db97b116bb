// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.Secret;

/** Where a destination writes its files, with what it needs to get in. Secrets never print themselves. */
public sealed interface DestinationStorage {
    /**
     * A bucket of Amazon S3.
     *
     * @param accessKeyId the access key's id
     * @param secretKey the access key's secret
     * @param bucket the bucket
     * @param path the folder in it
     */
    record S3(String accessKeyId, Secret secretKey, String bucket, String path) implements DestinationStorage {}

    /**
     * A server with SFTP, by password. It must let Adobe's addresses in.
     *
     * @param server the server
     * @param password the user's password
     * @param path the folder on it
     */
    record SftpPassword(SftpServer server, Secret password, String path) implements DestinationStorage {}

    /**
     * A server with SFTP, by key. It must let Adobe's addresses in.
     *
     * @param server the server
     * @param sshKey the private key
     * @param path the folder on it
     */
    record SftpKey(SftpServer server, Secret sshKey, String path) implements DestinationStorage {}

    /**
     * A container of Azure Blob.
     *
     * @param connectionString how to get in
     * @param container the container
     * @param path the folder in it
     */
    record AzureBlob(Secret connectionString, String container, String path) implements DestinationStorage {}
}
