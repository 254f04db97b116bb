// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An exchange whose files can be looked at and are never sent: what is written is packed, counted and forgotten. */
public final class UnsentFiles implements FileExchange {
    private final FileExchange exchange;
    private final Unsent unsent;

    /** Over {@code exchange}, which stays the caller's; what would be sent stands in {@code unsent}. */
    public UnsentFiles(FileExchange exchange, Unsent unsent) {
        this.exchange = exchange;
        this.unsent = unsent;
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return exchange.list(prefix, call);
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return exchange.read(name, call);
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return call.check().map(open -> new Counted(name));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return Either.right(name);
    }

    /** The exchange is the bridge's own and stays open. */
    @Override
    public void close() {
        // nothing is held
    }

    /** What would have been sent. One change each; not thread-safe. */
    public static final class Unsent {
        private final List<Long> rows = new ArrayList<>();
        private final List<StoredFile> files = new ArrayList<>();

        /** The files, by their numbers: each was packed in its turn. */
        public Seq<Preview.PlannedFile> files() {
            return Vector.range(0, files.size())
                    .map(at -> new Preview.PlannedFile(
                            files.get(at).name(),
                            at < rows.size() ? rows.get(at) : 0,
                            files.get(at).size()));
        }

        /** The same packing, with the rows of each file counted. */
        public Packing counting(Packing packing) {
            return new Packing() {
                @Override
                public String ending() {
                    return packing.ending();
                }

                @Override
                public Either<BridgeError, ByteSink> over(ByteSink target, String name) {
                    int at = rows.size();
                    rows.add(0L);
                    return packing.over(target, name).map(sink -> new Lines(sink, at));
                }
            };
        }

        /** Counts the rows on their way into the packing. */
        private final class Lines implements ByteSink {
            private final ByteSink sink;
            private final int at;

            Lines(ByteSink sink, int at) {
                this.sink = sink;
                this.at = at;
            }

            @Override
            public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
                long lines = 0;
                for (int i = from; i < from + length; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
                rows.set(at, rows.get(at) + lines);
                return sink.write(bytes, from, length);
            }

            @Override
            public Either<BridgeError, StoredFile> finish() {
                return sink.finish();
            }

            @Override
            public void abort() {
                sink.abort();
            }
        }
    }

    /** Counts bytes. */
    private final class Counted implements ByteSink {
        private final String name;
        private long size;

        Counted(String name) {
            this.name = name;
        }

        @Override
        public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
            size += length;
            return Either.right(length);
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            StoredFile file = StoredFile.builder()
                    .name(name)
                    .size(size)
                    .modified(Instant.EPOCH)
                    .contentTag("")
                    .build();
            unsent.files.add(file);
            return Either.right(file);
        }

        @Override
        public void abort() {
            size = 0;
        }
    }
}
