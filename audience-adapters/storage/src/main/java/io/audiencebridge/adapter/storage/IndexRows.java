// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.adapter.storage.ReadingOrder.Chunk;
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
 * are opened at once, so that a copy that is built anew meanwhile does not take them away. Any number of readers, who read and decrypt side by side.
 */
final class IndexRows implements KeySource {
    private static final int MOST_READERS = 1024;

    private final Path folder;
    private final Call call;
    private final long seed;
    private final List<RunReader> files = new ArrayList<>();
    private final ConcurrentLinkedQueue<RunChunk> spares = new ConcurrentLinkedQueue<>();
    private @Nullable Reading reading;
    private boolean closed;

    private IndexRows(Path folder, long seed, Call call) {
        this.folder = folder;
        this.seed = seed;
        this.call = call;
    }

    static IndexRows open(Path folder, SealedHeader copy, List<IndexRun> runs, IndexKeys secrets, Call call)
            throws IOException {
        IndexRows opened = new IndexRows(folder, secrets.seed(copy.copy()), call);
        try {
            for (IndexRun run : runs) {
                opened.files.add(new RunReader(folder.resolve(run.name()), copy, secrets));
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
                Reading begun = begun();
                return Either.right(begun == null ? Option.none() : read(begun));
            } catch (IOException failed) {
                close();
                return Either.left(broken(failed));
            }
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (RunReader file : files) {
            try {
                file.close();
            } catch (IOException unread) {
                // Nothing was written, so nothing is lost.
            }
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

    /** Begun when the first rows are asked for, so that damage of any file is answered alike. None once this is closed. */
    private synchronized @Nullable Reading begun() throws IOException {
        if (closed) {
            return null;
        }
        if (reading == null) {
            List<Integer> chunks = new ArrayList<>();
            for (RunReader file : files) {
                chunks.add(file.find());
            }
            reading = new Reading(replaced(), new ReadingOrder(chunks));
        }
        return reading;
    }

    private Option<TextKeys> read(Reading begun) throws IOException {
        RunChunk spare = spares.poll();
        RunChunk room = spare == null ? new RunChunk() : spare;
        for (Chunk next = begun.order().next(room);
                next != null;
                next = begun.order().next(room)) {
            files.get(next.file()).read(next.chunk(), room);
            TextKeys rows = room.without(begun.replaced().get(next.file()), givenBack -> spares.add(room));
            if (rows.size() > 0) {
                return Option.some(rows);
            }
        }
        return Option.none();
    }

    /** Of each file, whom a later one names. */
    private List<Replaced> replaced() throws IOException {
        Deque<Replaced> all = new ArrayDeque<>();
        Replaced later = new Replaced(seed);
        for (int file = files.size() - 1; file >= 0; file--) {
            all.addFirst(later);
            later = file == 0 ? later : with(later, files.get(file));
        }
        return List.copyOf(all);
    }

    private static Replaced with(Replaced known, RunReader file) throws IOException {
        Replaced recipients = known.copy();
        RunChunk room = new RunChunk();
        for (int chunk = 0; chunk < file.size(); chunk++) {
            file.read(chunk, room);
            room.recipients(recipients);
        }
        return recipients;
    }

    /**
     * What is being read.
     *
     * @param replaced whose rows of each file no longer count
     * @param order of all chunks
     */
    private record Reading(List<Replaced> replaced, ReadingOrder order) {}
}
