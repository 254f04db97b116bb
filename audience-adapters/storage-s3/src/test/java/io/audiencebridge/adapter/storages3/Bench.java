// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;

/** An exchange over real sockets, and whole files through it. */
final class Bench {
    private Bench() {}

    static S3Settings.Builder settings(Sandbox sandbox) {
        return S3Settings.builder()
                .endpoint(sandbox.s3())
                .bucket(sandbox.inboundBucket())
                .prefix("sandbox")
                .accessKey(sandbox.s3AccessKey())
                .secretKey(Secret.of(sandbox.s3SecretKey()))
                .partBytes(5 << 20)
                .readTimeout(Duration.ofSeconds(20));
    }

    static FileExchange open(S3Settings settings) {
        return new S3ExchangeFactory().open(settings).get();
    }

    static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    static Either<BridgeError, StoredFile> write(FileExchange exchange, String name, byte[] content) {
        return write(exchange, name, content, Calls.ample());
    }

    static Either<BridgeError, StoredFile> write(FileExchange exchange, String name, byte[] content, Call call) {
        return exchange.create(name, call).flatMap(sink -> {
            Either<BridgeError, Integer> taken = sink.write(content, 0, content.length);
            if (taken.isLeft()) {
                sink.abort();
                return Either.left(taken.getLeft());
            }
            return sink.finish();
        });
    }

    static Either<BridgeError, byte[]> read(FileExchange exchange, String name) {
        return exchange.read(name, Calls.ample()).flatMap(Bench::drain);
    }

    private static Either<BridgeError, byte[]> drain(ByteSource source) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[100_000];
        try (source) {
            Either<BridgeError, Integer> read = source.read(buffer, 0, buffer.length);
            while (read.isRight() && read.get() != ByteSource.END) {
                content.write(buffer, 0, read.get());
                read = source.read(buffer, 0, buffer.length);
            }
            return read.map(end -> content.toByteArray());
        }
    }

    static ByteSink begin(FileExchange exchange, String name) {
        return exchange.create(name, Calls.ample()).get();
    }
}
