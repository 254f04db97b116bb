// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object that is written at once when it is small, and in parts when it is not. Holds one part. */
final class S3Sink implements ByteSink {
    private final Destination destination;
    private final byte[] part;
    private final MessageDigest digest = SameContent.digest();
    private final List<CompletedPart> parts = new ArrayList<>();
    private @Nullable String upload;
    private int filled;
    private long size;

    S3Sink(Destination destination) {
        this.destination = destination;
        this.part = new byte[destination.bucket().partBytes()];
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
        Either<BridgeError, Call> open = destination.call().check();
        for (int done = 0; done < length && open.isRight(); ) {
            if (filled == part.length) {
                open = send();
            }
            int count = Math.min(length - done, part.length - filled);
            System.arraycopy(bytes, from + done, part, filled, count);
            filled += count;
            done += count;
        }
        if (open.isLeft()) {
            return Either.left(open.getLeft());
        }
        digest.update(bytes, from, length);
        size += length;
        return Either.right(length);
    }

    /** Sends the part that is full; after a failure nothing but giving up is right. */
    private Either<BridgeError, Call> send() {
        Either<BridgeError, String> begun = upload == null ? destination.begin() : Either.right(upload);
        return begun.flatMap(id -> {
            upload = id;
            return destination.part(id, parts.size() + 1, part, filled).map(sent -> {
                parts.add(sent);
                filled = 0;
                return destination.call();
            });
        });
    }

    @Override
    public Either<BridgeError, StoredFile> finish() {
        Either<BridgeError, Written> written = publish();
        Either<BridgeError, StoredFile> stored = written.map(this::stored);
        if (stored.isLeft()) {
            abort();
        }
        return written.isLeft() && mayBeThere(written.getLeft())
                ? new SameContent(destination, size, digest).orElse(written.getLeft())
                : stored;
    }

    private Either<BridgeError, Written> publish() {
        String id = upload;
        if (id == null) {
            return destination.put(part, filled);
        }
        return send().flatMap(sent -> destination.complete(id, parts));
    }

    /** Refused for what is there, or repeated after an answer that was lost: the upload is gone then, and its object is there. */
    private boolean mayBeThere(BridgeError error) {
        return error instanceof BridgeError.Conflict || (error instanceof BridgeError.NotFound && upload != null);
    }

    private StoredFile stored(Written written) {
        return StoredFile.builder()
                .name(destination.name())
                .size(size)
                .modified(written.at())
                .contentTag(written.eTag())
                .build();
    }

    @Override
    public void abort() {
        if (upload != null) {
            destination.forget(upload);
        }
    }
}
