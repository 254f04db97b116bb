// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.control.Either;

/** Opens delivered files as what they contain, unzipped where they are zipped. */
final class OutboundBytes {
    private final FileExchange exchange;
    private final Codec codec;
    private final Call call;

    OutboundBytes(FileExchange exchange, Codec codec, Call call) {
        this.exchange = exchange;
        this.codec = codec;
        this.call = call;
    }

    /** The content of {@code file}: a name that ends in {@code .gz} must hold gzip, another one may hold it. */
    Either<BridgeError, ByteSource> open(DeliveredFile file) {
        String name = file.file().name();
        return exchange.read(name, call)
                .map(bytes -> new WholeBytes(bytes, file))
                .flatMap(bytes -> {
                    if (name.endsWith(".gz")) {
                        return Either.right(codec.expanding(bytes, name));
                    }
                    Peeked peeked = new Peeked(bytes);
                    return peeked.peek()
                            .map(zipped -> zipped ? codec.expanding(peeked, name) : peeked)
                            .peekLeft(error -> peeked.close());
                });
    }

    /** Looks at the first two bytes before they are read. */
    private static final class Peeked implements ByteSource {
        private final ByteSource source;
        private final byte[] first = new byte[2];
        private int held;
        private int given;

        private Peeked(ByteSource source) {
            this.source = source;
        }

        /** Whether the source begins like gzip. */
        private Either<BridgeError, Boolean> peek() {
            while (held < first.length) {
                Either<BridgeError, Integer> read = source.read(first, held, first.length - held);
                if (read.isLeft()) {
                    return Either.left(read.getLeft());
                }
                if (read.get() == END) {
                    return Either.right(false);
                }
                held += read.get();
            }
            return Either.right(first[0] == 0x1f && first[1] == (byte) 0x8b);
        }

        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            if (given == held) {
                return source.read(into, from, length);
            }
            int count = Math.min(length, held - given);
            System.arraycopy(first, given, into, from, count);
            given += count;
            return Either.right(count);
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
