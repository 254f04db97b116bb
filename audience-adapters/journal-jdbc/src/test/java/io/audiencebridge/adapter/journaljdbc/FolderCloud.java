// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** A system whose members arrive as files in a folder, each writer's own, so that whoever wrote one can be counted. Several processes write to one. */
final class FolderCloud implements Connector, MemberWriter {
    static final ConnectionName NAME = new ConnectionName("cloud");

    private final InMemoryConnector catalog = InMemoryConnector.ofKeys(NAME);
    private final Path folder;

    FolderCloud(Path folder) {
        this.folder = folder;
    }

    @Override
    public SystemId system() {
        return catalog.system();
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return type == MemberWriter.class ? Option.some(type.cast(this)) : catalog.ability(type);
    }

    @Override
    public void close() {}

    /** The same id in every process. */
    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return Either.right(PreparedAudience.of(
                new AudienceRef(NAME, Integer.toString(order.title().hashCode()))));
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return Either.right(wanted);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return Either.right(new FileSink(order.audience().id()));
    }

    /** One file a change, under a name that nobody else has. */
    private final class FileSink implements KeySink<WriteSummary> {
        private final String audience;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long rows;

        FileSink(String audience) {
            this.audience = audience;
        }

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            for (int row = 0; row < batch.size(); row++) {
                bytes.write(batch.text(), batch.start(row), batch.end(row) - batch.start(row));
                bytes.write('\n');
                rows++;
            }
            return Either.right(batch.size());
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            String name = audience + "-" + UUID.randomUUID() + ".sync";
            try {
                Files.write(folder.resolve(name), bytes.toByteArray());
                return Either.right(new WriteSummary(rows, Vector.of(name)));
            } catch (IOException failed) {
                return Either.left(BridgeError.LocalFailure.of("The folder is gone"));
            }
        }

        @Override
        public void abort() {
            bytes.reset();
        }
    }
}
