// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Where a new object goes, and the requests that bring it there. Nothing replaces an object: the ones that make it visible say so.
 *
 * @param bucket where
 * @param name of the file
 * @param key of the object
 * @param call on whose time
 */
record Destination(Bucket bucket, String name, String key, Call call) {
    private static final String ONLY_IF_NEW = "*";

    /** Writes an object at once. */
    Either<BridgeError, Written> put(byte[] content, int length) {
        return send("write", (client, rules) -> {
            PutObjectRequest.Builder put = PutObjectRequest.builder()
                    .bucket(bucket.name())
                    .key(key)
                    .ifNoneMatch(ONLY_IF_NEW)
                    .overrideConfiguration(rules);
            bucket.acl().ifPresent(put::acl);
            return Written.of(client.putObject(put.build(), body(content, length)));
        });
    }

    /** Begins an object in parts. Right: the id of the upload. */
    Either<BridgeError, String> begin() {
        return send(
                "begin",
                (client, rules) -> client.createMultipartUpload(begin -> {
                            begin.bucket(bucket.name()).key(key).overrideConfiguration(rules);
                            bucket.acl().ifPresent(begin::acl);
                        })
                        .uploadId());
    }

    Either<BridgeError, CompletedPart> part(String upload, int number, byte[] content, int length) {
        return send("write a part of", (client, rules) -> {
            UploadPartRequest part = UploadPartRequest.builder()
                    .bucket(bucket.name())
                    .key(key)
                    .uploadId(upload)
                    .partNumber(number)
                    .overrideConfiguration(rules)
                    .build();
            String eTag = client.uploadPart(part, body(content, length)).eTag();
            return CompletedPart.builder().partNumber(number).eTag(eTag).build();
        });
    }

    /** Makes an object of its parts. */
    Either<BridgeError, Written> complete(String upload, List<CompletedPart> parts) {
        return send(
                "finish",
                (client, rules) -> Written.of(client.completeMultipartUpload(complete -> complete.bucket(bucket.name())
                        .key(key)
                        .uploadId(upload)
                        .ifNoneMatch(ONLY_IF_NEW)
                        .multipartUpload(whole -> whole.parts(parts))
                        .overrideConfiguration(rules))));
    }

    /** Throws the parts away, also when the call is over. */
    void forget(String upload) {
        bucket.cleanUp((client, rules) -> client.abortMultipartUpload(
                abort -> abort.bucket(bucket.name()).key(key).uploadId(upload).overrideConfiguration(rules)));
    }

    private <T> Either<BridgeError, T> send(String deed, Bucket.Request<T> request) {
        return bucket.send(deed + " '" + name + "'", call, request);
    }

    private static RequestBody body(byte[] content, int length) {
        return RequestBody.fromRemainingByteBuffer(ByteBuffer.wrap(content, 0, length));
    }
}
