// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing;

import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;

/**
 * An exchange in memory in which somebody else has put files.
 *
 * @param files by name
 */
public record OneFolder(Map<String, byte[]> files) implements FileExchange {
    private static final Instant PUT = Instant.parse("2026-11-20T00:00:00Z");

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return Either.right(Vector.ofAll(files.entrySet())
                .filter(file -> file.getKey().startsWith(prefix))
                .map(file -> stored(file.getKey(), file.getValue())));
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        byte[] content = files.get(name);
        return content == null
                ? Either.left(new BridgeError.NotFound("No file " + name, Incident.local()))
                : Either.right(MemorySource.of(content));
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return Either.left(BridgeError.InvalidRequest.of("exchange", "is read only"));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return Either.left(BridgeError.InvalidRequest.of("exchange", "is read only"));
    }

    @Override
    public void close() {}

    private static StoredFile stored(String name, byte[] content) {
        return StoredFile.builder()
                .name(name)
                .size(content.length)
                .modified(PUT)
                .contentTag(Integer.toHexString(java.util.Arrays.hashCode(content)))
                .build();
    }
}
