// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** Looks for a second that no file carries yet (SEMANTICS S20). */
final class FreeStamp {
    private final FileExchange exchange;
    private final InboundFolder folder;

    FreeStamp(FileExchange exchange, InboundFolder folder) {
        this.exchange = exchange;
        this.folder = folder;
    }

    /** Of data files with ids of {@code dataSource}, whatever their mode and target. */
    Either<BridgeError, Instant> ofData(long dataSource, Instant wanted, Call call) {
        return search(
                "ftp_dpm_",
                wanted,
                call,
                name -> InboundFileName.parse(name)
                        .toOption()
                        .filter(read -> read.dataSource() == dataSource)
                        .map(InboundFileName::stamp));
    }

    /** Of id-sync files with the columns of {@code sync}. */
    Either<BridgeError, Instant> ofIdSync(IdSyncFileName sync, Instant wanted, Call call) {
        return search(
                sync.kind().prefix(),
                wanted,
                call,
                name -> IdSyncFileName.parse(name)
                        .toOption()
                        .filter(read -> read.dataSources().equals(sync.dataSources()))
                        .map(IdSyncFileName::stamp));
    }

    private Either<BridgeError, Instant> search(
            String prefix, Instant wanted, Call call, Function<String, Option<Long>> stamps) {
        Instant stamp = Instant.ofEpochSecond(wanted.getEpochSecond() + (wanted.getNano() > 0 ? 1 : 0));
        while (true) {
            String day = folder.of(stamp);
            Either<BridgeError, Seq<StoredFile>> files =
                    call.check().flatMap(open -> exchange.list(day + prefix, call));
            if (files.isLeft()) {
                return Either.left(files.getLeft());
            }
            Instant free = after(files.get(), stamp, stamps);
            if (folder.of(free).equals(day)) {
                return Either.right(free);
            }
            stamp = free;
        }
    }

    /** The first second from {@code wanted} on that none of {@code files} carries. */
    private static Instant after(Seq<StoredFile> files, Instant wanted, Function<String, Option<Long>> stamps) {
        Set<Long> taken = files.map(file -> file.name().substring(file.name().lastIndexOf('/') + 1))
                .flatMap(stamps)
                .toSet();
        long second = wanted.getEpochSecond();
        while (taken.contains(second)) {
            second++;
        }
        return Instant.ofEpochSecond(second);
    }
}
