// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.adapter.experienceplatform.client.Deduplication;
import io.audiencebridge.adapter.experienceplatform.client.DestinationKind;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationStorage;
import io.audiencebridge.adapter.experienceplatform.client.SftpServer;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Finds every mistake in an order, before anything is created. */
final class OrderCheck {
    private OrderCheck() {}

    static Either<BridgeError, DestinationOrder> check(DestinationOrder order) {
        Vector<Violation> violations = filled("name", order.name().isBlank())
                .appendAll(unless(
                        suits(order.kind(), order.storage()),
                        "storage",
                        "does not go with " + order.kind() + "; choose the kind that it belongs to"))
                .appendAll(storage(order.storage()))
                .appendAll(Vector.ofAll(order.publicKey().stream()).flatMap(OrderCheck::publicKey))
                .appendAll(Vector.ofAll(order.unique().stream()).flatMap(OrderCheck::unique));
        return violations.isEmpty()
                ? Either.right(order)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static boolean suits(DestinationKind kind, DestinationStorage storage) {
        return switch (kind) {
            case ADOBE_CAMPAIGN -> true;
            case AMAZON_S3 -> storage instanceof DestinationStorage.S3;
            case AZURE_BLOB -> storage instanceof DestinationStorage.AzureBlob;
            case SFTP ->
                storage instanceof DestinationStorage.SftpPassword || storage instanceof DestinationStorage.SftpKey;
        };
    }

    private static Vector<Violation> storage(DestinationStorage storage) {
        if (storage instanceof DestinationStorage.S3 s3) {
            return filled("accessKeyId", s3.accessKeyId().isBlank())
                    .appendAll(filled("secretKey", s3.secretKey().isEmpty()))
                    .appendAll(filled("bucket", s3.bucket().isBlank()));
        }
        if (storage instanceof DestinationStorage.AzureBlob blob) {
            return filled("connectionString", blob.connectionString().isEmpty())
                    .appendAll(filled("container", blob.container().isBlank()));
        }
        if (storage instanceof DestinationStorage.SftpPassword known) {
            return server(known.server())
                    .appendAll(filled("password", known.password().isEmpty()));
        }
        DestinationStorage.SftpKey known = (DestinationStorage.SftpKey) storage;
        return server(known.server()).appendAll(filled("sshKey", known.sshKey().isEmpty()));
    }

    private static Vector<Violation> server(SftpServer server) {
        return filled("host", server.host().isBlank())
                .appendAll(filled("username", server.username().isBlank()));
    }

    /** The page wants RSA; what is inside the armor is not looked at, but a private key never leaves. */
    private static Vector<Violation> publicKey(Secret key) {
        return unless(
                key.reveal().stripLeading().startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----"),
                "publicKey",
                "is no armored public key; export it with gpg --armor --export");
    }

    private static Vector<Violation> unique(Deduplication unique) {
        int keys = unique instanceof Deduplication.Attributes attributes
                ? attributes.paths().size()
                : 1;
        return unless(
                keys == 1 || keys == 2,
                "unique",
                "names " + keys + " attributes; Platform takes one identity, or one or two attributes");
    }

    private static Vector<Violation> filled(String member, boolean empty) {
        return unless(!empty, member, "is empty");
    }

    private static Vector<Violation> unless(boolean sound, String member, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("destination." + member, message));
    }
}
