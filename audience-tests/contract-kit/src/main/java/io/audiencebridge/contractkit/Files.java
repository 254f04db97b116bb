// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Whole files through an exchange. */
final class Files {
    /** Odd on purpose, so that pieces meet no boundary of anybody's buffer. */
    private static final int PIECE = 65_521;

    private final FileExchange exchange;

    Files(FileExchange exchange) {
        this.exchange = exchange;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    ByteSink begin(String name, byte[] content, Call call) {
        ByteSink sink = exchange.create(name, call).get();
        for (int from = 0; from < content.length; from += PIECE) {
            sink.write(content, from, Math.min(PIECE, content.length - from)).get();
        }
        return sink;
    }

    Either<BridgeError, StoredFile> write(String name, byte[] content) {
        return begin(name, content, Calls.ample()).finish();
    }

    byte[] read(String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[PIECE + 2];
        try (ByteSource source = exchange.read(name, Calls.ample()).get()) {
            for (int read = next(source, buffer); read != ByteSource.END; read = next(source, buffer)) {
                content.write(buffer, 1, read);
            }
        }
        return content.toByteArray();
    }

    private static int next(ByteSource source, byte[] buffer) {
        return source.read(buffer, 1, PIECE).get();
    }

    Iterable<String> names(String prefix) {
        return exchange.list(prefix, Calls.ample()).get().map(StoredFile::name);
    }
}
