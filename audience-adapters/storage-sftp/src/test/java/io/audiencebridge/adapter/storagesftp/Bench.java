// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/** An exchange over real sockets, and whole files through it. */
final class Bench {
    private Bench() {}

    static SftpSettings.Builder settings(Sandbox sandbox) {
        return SftpSettings.builder()
                .host(sandbox.sftp().getHost())
                .port(sandbox.sftp().getPort())
                .user(sandbox.sftpUser())
                .password(Secret.of(sandbox.sftpPassword()))
                .addHostKeys(sandbox.sftpHostKey())
                .folder("exchange");
    }

    static FileExchange open(SftpSettings settings) {
        return new SftpExchangeFactory().open(settings).get();
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
}
