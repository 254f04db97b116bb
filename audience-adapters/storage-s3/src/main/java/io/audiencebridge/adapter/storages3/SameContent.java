// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Whether the object that is there is the one that should be written. Looks at every byte, since an ETag depends on parts and encryption. */
final class SameContent {
    private static final int BUFFER = 1 << 16;

    private final Destination destination;
    private final long size;
    private final MessageDigest ours;

    SameContent(Destination destination, long size, MessageDigest ours) {
        this.destination = destination;
        this.size = size;
        this.ours = ours;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /** The file that is there if its content is the same; else {@code Conflict}, or the refusal when nothing is there or can be seen. */
    Either<BridgeError, StoredFile> orElse(BridgeError refusal) {
        Either<BridgeError, HeadObjectResponse> head = head();
        if (head.isLeft()) {
            return Either.left(unseen(head.getLeft(), refusal));
        }
        return head.get().contentLength() == size ? compare(head.get()) : Either.left(taken());
    }

    private Either<BridgeError, HeadObjectResponse> head() {
        Bucket bucket = destination.bucket();
        return bucket.send(
                "look at '" + destination.name() + "'",
                destination.call(),
                (client, rules) -> client.headObject(head ->
                        head.bucket(bucket.name()).key(destination.key()).overrideConfiguration(rules)));
    }

    private static BridgeError unseen(BridgeError error, BridgeError refusal) {
        return error instanceof BridgeError.NotFound || error instanceof BridgeError.AccessDenied ? refusal : error;
    }

    private Either<BridgeError, StoredFile> compare(HeadObjectResponse head) {
        return theirs().flatMap(theirs -> MessageDigest.isEqual(theirs, ours.digest())
                ? Either.right(StoredFile.builder()
                        .name(destination.name())
                        .size(size)
                        .modified(head.lastModified())
                        .contentTag(Tags.bare(head.eTag()))
                        .build())
                : Either.left(taken()));
    }

    private Either<BridgeError, byte[]> theirs() {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        return S3Source.open(destination.bucket(), destination.key(), destination.call())
                .flatMap(source -> {
                    Either<BridgeError, Integer> read = source.read(buffer, 0, BUFFER);
                    while (read.isRight() && read.get() != ByteSource.END) {
                        digest.update(buffer, 0, read.get());
                        read = source.read(buffer, 0, BUFFER);
                    }
                    return read.map(end -> digest.digest());
                });
    }

    private BridgeError taken() {
        return new BridgeError.Conflict(
                "File '" + destination.name() + "' is in bucket "
                        + destination.bucket().name()
                        + " already with other content; choose another name, or delete it first",
                destination.call().incident());
    }
}
