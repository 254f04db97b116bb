// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a copy as it is now: those of each file but of recipients whom a later file names. One chunk a reader is in memory, and the recipients of all files but the first. All files
 * are opened at once, so that a copy that is built anew meanwhile does not take them away. Any number of readers: a file is read by one at a time, and decrypted by all.
 */
final class IndexRows implements KeySource {
    private static final int MOST_READERS = 1024;

    private final Path folder;
    private final Call call;
    private final long seed;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<RunChunk> spares = new ConcurrentLinkedQueue<>();

    private IndexRows(Path folder, long seed, Call call) {
        this.folder = folder;
        this.seed = seed;
        this.call = call;
    }

    static IndexRows open(Path folder, SealedHeader copy, List<IndexRun> runs, IndexKeys secrets, Call call)
            throws IOException {
        IndexRows opened = new IndexRows(folder, secrets.seed(copy.copy()), call);
        try {
            Replaced later = new Replaced(opened.seed);
            for (int i = runs.size() - 1; i >= 0; i--) {
                Path file = folder.resolve(runs.get(i).name());
                opened.parts.addFirst(new Part(new RunReader(file, copy, secrets), later));
                later = i == 0 ? later : with(later, file, copy, secrets);
            }
            return opened;
        } catch (IOException failed) {
            opened.close();
            throw failed;
        }
    }

    @Override
    public int readers() {
        return MOST_READERS;
    }

    @Override
    public OptionalLong hashSeed() {
        return OptionalLong.of(seed);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return call.check().flatMap(open -> {
            try {
                return Either.right(read());
            } catch (IOException failed) {
                close();
                return Either.left(broken(failed));
            }
        });
    }

    @Override
    public synchronized void close() {
        for (Part part : new ArrayList<>(parts)) {
            end(part);
        }
    }

    /** What is damaged is dropped, so that the next run builds it anew; a disk that does not answer may answer later. */
    private BridgeError broken(IOException failed) {
        if (!(failed instanceof SealedHeader.Unusable || failed instanceof EOFException)) {
            return FolderFailures.of("read the recipient index in", folder, failed);
        }
        try {
            Files.deleteIfExists(folder.resolve(IndexManifest.NAME));
        } catch (IOException alsoFailed) {
            return FolderFailures.of("delete the damaged recipient index in", folder, alsoFailed);
        }
        return BridgeError.LocalFailure.of("The kept recipient index in " + folder
                + " is damaged and was dropped; resume the run, which builds it anew");
    }

    private Option<TextKeys> read() throws IOException {
        RunChunk spare = spares.poll();
        RunChunk room = spare == null ? new RunChunk() : spare;
        for (Part part = fill(room); part != null; part = fill(room)) {
            room.open(part.reader().chunks());
            TextKeys rows = room.without(part.replaced(), givenBack -> spares.add(room));
            if (rows.size() > 0) {
                return Option.some(rows);
            }
        }
        return Option.none();
    }

    /** Puts the next chunk into {@code room}, and says of which file it is. */
    private synchronized @Nullable Part fill(RunChunk room) throws IOException {
        while (!parts.isEmpty()) {
            Part part = parts.getFirst();
            if (part.reader().next(room)) {
                return part;
            }
            end(part);
        }
        return null;
    }

    private void end(Part part) {
        parts.remove(part);
        try {
            part.reader().close();
        } catch (IOException unread) {
            // Nothing was written, so nothing is lost.
        }
    }

    private static Replaced with(Replaced known, Path file, SealedHeader copy, IndexKeys secrets) throws IOException {
        Replaced recipients = known.copy();
        RunChunk room = new RunChunk();
        try (RunReader reader = new RunReader(file, copy, secrets)) {
            while (reader.next(room)) {
                room.open(reader.chunks());
                room.recipients(recipients);
            }
        }
        return recipients;
    }

    /** One file, and whose rows in it no longer count. */
    private record Part(RunReader reader, Replaced replaced) {}
}
