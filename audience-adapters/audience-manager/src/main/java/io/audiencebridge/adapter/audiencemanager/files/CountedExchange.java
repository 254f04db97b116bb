// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** An exchange of which the bytes read are counted. The count is one reader's. */
final class CountedExchange implements FileExchange {
    private final FileExchange exchange;
    private long bytes;

    CountedExchange(FileExchange exchange) {
        this.exchange = exchange;
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return exchange.list(prefix, call);
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return exchange.read(name, call).map(Counted::new);
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return exchange.create(name, call);
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return exchange.delete(name, call);
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** Counts what is read. */
    private final class Counted implements ByteSource {
        private final ByteSource source;

        private Counted(ByteSource source) {
            this.source = source;
        }

        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            return source.read(into, from, length).peek(count -> bytes += count == END ? 0 : count);
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
