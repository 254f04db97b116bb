// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.time.Duration;

/** A file that is written as a draft beside its place, block by block, and moved to its name when it is whole. Holds one block. */
final class SftpSink implements ByteSink {
    private static final Duration CLEANING = Duration.ofSeconds(10);

    private final Folder folder;
    private final Contents contents;
    private final String name;
    private final String path;
    private final String draft;
    private final Call call;
    private final MessageDigest digest = Content.digest();
    private final byte[] block;
    private int filled;
    private long sent;
    private boolean begun;

    SftpSink(Folder folder, Contents contents, String name, String path, Call call) {
        this.folder = folder;
        this.contents = contents;
        this.name = name;
        this.path = path;
        this.draft = RemoteNames.draftBeside(path);
        this.call = call;
        this.block = new byte[folder.blockBytes()];
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
        Either<BridgeError, Call> open = call.check();
        for (int done = 0; done < length && open.isRight(); ) {
            if (filled == block.length) {
                open = send();
            }
            if (open.isRight()) {
                int count = Math.min(length - done, block.length - filled);
                System.arraycopy(bytes, from + done, block, filled, count);
                filled += count;
                done += count;
            }
        }
        if (open.isLeft()) {
            return Either.left(open.getLeft());
        }
        digest.update(bytes, from, length);
        return Either.right(length);
    }

    private Either<BridgeError, Call> send() {
        begun = true;
        return folder.write(draft, sent, block, filled, call).map(length -> {
            sent += length;
            filled = 0;
            return call;
        });
    }

    @Override
    public Either<BridgeError, StoredFile> finish() {
        Either<BridgeError, StoredFile> stored = call.check()
                .flatMap(open -> send())
                .flatMap(all -> whole())
                .flatMap(whole -> folder.move(draft, path, call))
                .flatMap(this::published);
        if (stored.isLeft()) {
            abort();
        }
        return stored;
    }

    /** The server's own count decides whether the draft is whole. */
    private Either<BridgeError, Long> whole() {
        return folder.find(draft, call).flatMap(found -> {
            long there = found.map(RemoteFile::size).getOrElse(0L);
            return there == sent
                    ? Either.right(there)
                    : Either.left(new BridgeError.ProtocolBreach(
                            "The server holds " + there + " of " + sent + " bytes of '" + name
                                    + "'; write it again, and look at the server's disk and log",
                            call.incident()));
        });
    }

    private Either<BridgeError, StoredFile> published(boolean moved) {
        Content ours = Content.of(sent, digest);
        if (!moved) {
            cleanUp();
        }
        return folder.find(path, call)
                .flatMap(found -> found.isEmpty() ? Either.left(taken()) : same(ours, found.get(), moved));
    }

    /** What was moved is ours without another look; what was there before is compared byte for byte, by its digest. */
    private Either<BridgeError, StoredFile> same(Content ours, RemoteFile there, boolean moved) {
        if (moved) {
            return Either.right(ours.stored(name, there));
        }
        return there.size() == ours.size()
                ? contents.of(there, call)
                        .flatMap(theirs ->
                                theirs.equals(ours) ? Either.right(ours.stored(name, there)) : Either.left(taken()))
                : Either.left(taken());
    }

    private BridgeError taken() {
        return new BridgeError.Conflict(
                "'" + name + "' is in the folder already with other content; choose another name, or delete it first",
                call.incident());
    }

    @Override
    public void abort() {
        if (begun) {
            cleanUp();
        }
    }

    /** Outside the call, which may be over; a draft that stays is never listed. */
    private void cleanUp() {
        folder.delete(draft, Call.within(call.correlationId(), CLEANING, System::nanoTime, Progress.SILENT));
    }
}
