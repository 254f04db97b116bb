// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Files as objects of a bucket. A file's content tag is its ETag (SEMANTICS S27): equal for files of equal content that went through exchanges with
 * the same size of parts.
 */
final class S3Exchange implements FileExchange {
    private final Bucket bucket;

    S3Exchange(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        ListObjectsV2Request first = ListObjectsV2Request.builder()
                .bucket(bucket.name())
                .prefix(bucket.names().start(prefix))
                .build();
        return list(prefix, first, call);
    }

    private Either<BridgeError, Seq<StoredFile>> list(String prefix, ListObjectsV2Request first, Call call) {
        Vector<StoredFile> files = Vector.empty();
        ListObjectsV2Request request = first;
        while (true) {
            ListObjectsV2Request asked = request;
            Either<BridgeError, ListObjectsV2Response> page = bucket.send(
                    "list '" + prefix + "'",
                    call,
                    (client, rules) -> client.listObjectsV2(
                            asked.toBuilder().overrideConfiguration(rules).build()));
            if (page.isLeft()) {
                return Either.left(page.getLeft());
            }
            files = files.appendAll(files(page.get()));
            if (page.get().nextContinuationToken() == null) {
                return Either.right(files.sortBy(StoredFile::name));
            }
            request = first.toBuilder()
                    .continuationToken(page.get().nextContinuationToken())
                    .build();
        }
    }

    /** Keys that no name leads to are left out, such as the marks that consoles make for empty folders. */
    private Vector<StoredFile> files(ListObjectsV2Response page) {
        return Vector.ofAll(page.contents()).map(this::file).filter(file -> ObjectNames.plain(file.name()));
    }

    private StoredFile file(S3Object object) {
        return StoredFile.builder()
                .name(bucket.names().name(object.key()))
                .size(object.size())
                .modified(object.lastModified())
                .contentTag(Tags.listed(object.eTag(), object.size(), object.lastModified()))
                .build();
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return call.check()
                .flatMap(open -> bucket.names().key(name))
                .flatMap(key -> S3Source.open(bucket, key, call))
                .map(source -> source);
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return call.check()
                .flatMap(open -> bucket.names().key(name))
                .map(key -> new S3Sink(new Destination(bucket, name, key, call)));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return call.check()
                .flatMap(open -> bucket.names().key(name))
                .flatMap(key -> bucket.send(
                        "delete '" + name + "'",
                        call,
                        (client, rules) -> client.deleteObject(
                                delete -> delete.bucket(bucket.name()).key(key).overrideConfiguration(rules))))
                .map(deleted -> name);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
