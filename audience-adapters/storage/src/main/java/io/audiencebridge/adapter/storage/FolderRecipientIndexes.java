// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies of recipients' keys, a folder each: one file of everybody, some of what changed since, and a manifest that says which. Encrypted by {@link SealedChunks}; some 20
 * bytes a key. What changed is merged once it is an eighth of the whole or lies in eight files.
 */
final class FolderRecipientIndexes implements RecipientIndexes, Erasable, AutoCloseable {
    private static final int MOST_RUNS = 9;
    private static final int SHARE = 8;
    private static final int FEW_ROWS = 4096;

    private final Path folder;
    private final IndexKeys keys;
    private final Map<Path, Object> locks = new ConcurrentHashMap<>();

    FolderRecipientIndexes(Path folder, IndexKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    @Override
    public Either<BridgeError, IndexState> look(IndexPage page) {
        Path place = IndexFolders.of(folder, page);
        try {
            return Either.right(kept(IndexManifest.read(place, keys)));
        } catch (NoSuchFileException nothing) {
            return Either.right(new IndexState.Nothing());
        } catch (SealedHeader.Unusable unusable) {
            return Either.right(new IndexState.Unusable(unusable.because()));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the recipient index in", place, failed));
        }
    }

    @Override
    public Either<BridgeError, IndexState.Kept> rebuild(IndexPage page, IndexStamp stamp, KeySource rows, Call call) {
        SealedHeader header = SealedHeader.ofNewCopy(stamp.at().toEpochMilli());
        return locked(
                page,
                place -> write(place, header, false, rows, call)
                        .flatMap(base -> commit(
                                place, new IndexManifest(header, stamp.watermark(), stamp.at(), List.of(base)), call)));
    }

    @Override
    public Either<BridgeError, IndexState.Kept> refresh(
            IndexPage page, IndexStamp stamp, KeySource changed, Call call) {
        return locked(page, place -> {
            IndexManifest before = IndexManifest.read(place, keys);
            return write(place, before.header().another(), true, changed, call).flatMap(run -> {
                List<IndexRun> runs = new ArrayList<>(before.runs());
                if (run.rows() > 0) {
                    runs.add(run);
                }
                return commit(
                        place,
                        new IndexManifest(before.header(), stamp.watermark(), stamp.at(), List.copyOf(runs)),
                        call);
            });
        });
    }

    @Override
    public Either<BridgeError, KeySource> read(IndexPage page, Call call) {
        return locked(page, place -> {
            IndexManifest manifest = IndexManifest.read(place, keys);
            return Either.right(IndexRows.open(place, manifest.header(), manifest.runs(), keys, call));
        });
    }

    @Override
    public Either<BridgeError, Integer> purge(ConnectionName connection) {
        return IndexFolders.delete(folder.resolve(connection.value()), copy -> true);
    }

    @Override
    public Either<BridgeError, Integer> expire(Instant then) {
        return IndexFolders.delete(folder, copy -> IndexFolders.isBuiltBefore(copy, then));
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return KeptFiles.below(
                        folder,
                        file -> Option.when(
                                file.endsWith(IndexManifest.NAME),
                                () -> KeptThing.builder()
                                        .kind(KeptThing.Kind.RECIPIENT_INDEX)
                                        .name(named(file))))
                .map(things -> things.map(thing -> IndexFolders.builtAt(folder.resolve(thing.name()))
                        .map(built ->
                                KeptThing.builder().from(thing).touched(built).build())
                        .getOrElse(thing)));
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return IndexFolders.delete(
                        folder, copy -> named(copy.resolve(IndexManifest.NAME)).equals(thing.name()))
                .map(deleted -> deleted > 0);
    }

    /** Overwrites the keys; copies can be purged still, and no longer be read. */
    @Override
    public void close() {
        keys.close();
    }

    /** The connection and a digest of what is in the copy. */
    private String named(Path manifest) {
        return String.valueOf(folder.relativize(manifest).getParent());
    }

    private Either<BridgeError, IndexRun> write(
            Path place, SealedHeader header, boolean withoutKeys, KeySource rows, Call call) {
        try (rows;
                RunWriter writer = new RunWriter(place, header.another(), keys, withoutKeys)) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> rows.next());
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(writer.finish());
                }
                writer.write(next.get().get());
                next.get().get().giveBack();
            }
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the recipient index in", place, failed));
        }
    }

    private Either<BridgeError, IndexState.Kept> commit(Path place, IndexManifest manifest, Call call) {
        return merged(place, manifest, call).flatMap(sound -> {
            try {
                sound.write(place, keys);
                IndexFolders.keepOnly(place, sound);
                return Either.right(kept(sound));
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("write the recipient index in", place, failed));
            }
        });
    }

    /** The same with one file, if what changed has grown too much. */
    private Either<BridgeError, IndexManifest> merged(Path place, IndexManifest manifest, Call call) {
        long base = manifest.runs().get(0).rows();
        if (manifest.runs().size() < MOST_RUNS && manifest.rows() - base <= Math.max(FEW_ROWS, base / SHARE)) {
            return Either.right(manifest);
        }
        try {
            KeySource rows = IndexRows.open(place, manifest.header(), manifest.runs(), keys, call);
            return write(place, manifest.header(), false, rows, call)
                    .map(run -> new IndexManifest(
                            manifest.header(), manifest.watermark(), manifest.refreshed(), List.of(run)));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("merge the recipient index in", place, failed));
        }
    }

    private <T> Either<BridgeError, T> locked(IndexPage page, Work<T> work) {
        Path place = IndexFolders.of(folder, page);
        synchronized (locks.computeIfAbsent(place, first -> new Object())) {
            try {
                return work.at(place);
            } catch (NoSuchFileException | SealedHeader.Unusable gone) {
                return Either.left(BridgeError.Conflict.of(
                        "The kept recipient index in " + place + " is gone; resume the run, which builds it anew"));
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("read the recipient index in", place, failed));
            }
        }
    }

    private static IndexState.Kept kept(IndexManifest manifest) {
        return new IndexState.Kept(manifest.watermark(), manifest.built(), manifest.refreshed(), manifest.rows());
    }

    /** What is done in a copy's folder. */
    private interface Work<T> {
        Either<BridgeError, T> at(Path place) throws IOException;
    }
}
