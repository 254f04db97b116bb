// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.DestinationKind;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationStorage;
import io.audiencebridge.adapter.experienceplatform.client.SftpServer;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Credentials and places as Flow Service wants them, which differs from kind to kind. Source: experience-cloud.md, section 4.2. */
final class StorageForm {
    /**
     * UNVERIFIED: that the key is a member of the connection to the storage, and its name. Documented: that its value is the armored text in Base64.
     */
    private static final String PUBLIC_KEY = "publicKey";

    private StorageForm() {}

    /** The member {@code auth}; holds secrets. The name of the sign-in is the spec's own where it is known. */
    static ObjectNode auth(DestinationKind kind, DestinationStorage storage, List<String> signIns) {
        boolean campaign = kind == DestinationKind.ADOBE_CAMPAIGN;
        if (storage instanceof DestinationStorage.S3 s3) {
            return campaign
                    ? auth(
                            "S3",
                            new Body()
                                    .text("accessId", s3.accessKeyId())
                                    .text("secretKey", s3.secretKey().reveal()))
                    : auth(
                            "Access Key",
                            new Body()
                                    .text("s3AccessKey", s3.accessKeyId())
                                    .text("s3SecretKey", s3.secretKey().reveal()));
        }
        if (storage instanceof DestinationStorage.AzureBlob blob) {
            return auth(
                    campaign || signIns.contains("Azure Blob") ? "Azure Blob" : "ConnectionString",
                    new Body().text("connectionString", blob.connectionString().reveal()));
        }
        return sftp(campaign, storage);
    }

    private static ObjectNode sftp(boolean campaign, DestinationStorage storage) {
        if (storage instanceof DestinationStorage.SftpPassword known) {
            return auth(
                    campaign ? "SFTP with Password" : "Basic Authentication for sftp",
                    server(known.server()).text("password", known.password().reveal()));
        }
        DestinationStorage.SftpKey known = (DestinationStorage.SftpKey) storage;
        return auth(
                campaign ? "SFTP with SSH Key" : "SSH PublicKey Authentication for sftp",
                server(known.server()).text("sshKey", known.sshKey().reveal()));
    }

    private static Body server(SftpServer server) {
        Body body = new Body()
                .text("domain", server.domain().orElse(server.host()))
                .text("host", server.host())
                .text("username", server.username());
        server.port().ifPresent(port -> body.number("port", port));
        return body;
    }

    private static ObjectNode auth(String spec, Body params) {
        return new Body().text("specName", spec).with("params", params).node();
    }

    /** The member {@code encryption}; none where files are not encrypted. */
    static Option<ObjectNode> encryption(DestinationOrder order) {
        return Option.ofOptional(order.publicKey())
                .map(key -> new Body()
                        .text("specName", "File Encryption")
                        .with(
                                "params",
                                new Body().text("encryptionAlgo", "PGP/GPG").text(PUBLIC_KEY, base64(key)))
                        .node());
    }

    /** The member {@code params} of the target. */
    static ObjectNode target(DestinationOrder order) {
        Body target = place(order.storage()).text("format", "CSV").flag("includeFileManifest", order.manifests());
        ExportForm.csv(order).forEach(csv -> target.with("csvOptions", csv));
        return target.node();
    }

    private static Body place(DestinationStorage storage) {
        if (storage instanceof DestinationStorage.S3 s3) {
            return new Body().text("mode", "S3").text("bucketName", s3.bucket()).text("path", s3.path());
        }
        if (storage instanceof DestinationStorage.AzureBlob blob) {
            return new Body()
                    .text("mode", "AZURE_BLOB")
                    .text("container", blob.container())
                    .text("path", blob.path());
        }
        String path = storage instanceof DestinationStorage.SftpPassword known
                ? known.path()
                : ((DestinationStorage.SftpKey) storage).path();
        return new Body().text("mode", "FTP").text("remotePath", path);
    }

    private static String base64(Secret key) {
        return Base64.getEncoder().encodeToString(key.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
