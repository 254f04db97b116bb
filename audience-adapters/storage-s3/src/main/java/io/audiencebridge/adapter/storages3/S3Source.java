// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * The bytes of an object, fetched range by range into one buffer: a line that is lost costs one range and not the file, the call's time and
 * cancellation hold for each, and no connection waits for a slow reader. Every range must be of the object that was opened.
 */
final class S3Source implements ByteSource {
    private final Bucket bucket;
    private final String key;
    private final Call call;
    private final byte[] buffer;
    private Range range;
    private int taken;

    private S3Source(Bucket bucket, String key, Call call, byte[] buffer, Range first) {
        this.bucket = bucket;
        this.key = key;
        this.call = call;
        this.buffer = buffer;
        this.range = first;
    }

    static Either<BridgeError, S3Source> open(Bucket bucket, String key, Call call) {
        byte[] buffer = new byte[bucket.partBytes()];
        GetObjectRequest whole =
                GetObjectRequest.builder().bucket(bucket.name()).key(key).build();
        return fetch(bucket, whole, 0, buffer, call).map(first -> new S3Source(bucket, key, call, buffer, first));
    }

    private static Either<BridgeError, Range> fetch(
            Bucket bucket, GetObjectRequest object, long from, byte[] into, Call call) {
        return bucket.send(
                "read '" + bucket.names().name(object.key()) + "'",
                call,
                (client, rules) -> Range.fetch(
                        client, object.toBuilder().overrideConfiguration(rules).build(), from, into));
    }

    /** The size of the whole object in bytes. */
    long size() {
        return range.total();
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        Either<BridgeError, Call> open = call.check();
        if (open.isLeft()) {
            return Either.left(open.getLeft());
        }
        if (taken == range.length()) {
            if (range.end() >= range.total()) {
                return Either.right(END);
            }
            Either<BridgeError, Range> next = next();
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            range = next.get();
            taken = 0;
        }
        int count = Math.min(length, range.length() - taken);
        System.arraycopy(buffer, taken, into, from, count);
        taken += count;
        return Either.right(count);
    }

    private Either<BridgeError, Range> next() {
        GetObjectRequest same = GetObjectRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .ifMatch(range.eTag())
                .build();
        return fetch(bucket, same, range.end(), buffer, call);
    }

    @Override
    public void close() {
        // No connection stays open between ranges.
    }
}
