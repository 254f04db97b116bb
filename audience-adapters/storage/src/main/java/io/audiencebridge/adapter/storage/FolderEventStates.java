// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Event states of one file an audience: the identities of the exports applied, the newest full export, the events since. Fingerprints have the ledger's form; state
 * and identities change in one move.
 */
final class FolderEventStates implements EventStates, Erasable {
    private static final String NAME = "events.fingerprints";
    private static final int LONGEST_IDENTITIES = 1 << 24;

    private final Path folder;

    FolderEventStates(Path folder) {
        this.folder = folder;
    }

    @Override
    public Either<BridgeError, Option<AppliedEvents>> find(LedgerKey audience) {
        Path file = file(audience);
        if (!Files.exists(file)) {
            return Either.right(Option.none());
        }
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Either.right(Option.some(read(content, Files.size(file))));
        } catch (Damaged damaged) {
            return Either.left(BridgeError.LocalFailure.of("The event state's file " + file
                    + " is damaged; delete it, then receive a full export with trustFirstExport"));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the event state's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, AppliedEvents> keep(LedgerKey audience, AppliedEvents applied) {
        Path file = file(audience);
        try {
            WholeFile.write(file, content(applied).flip());
            return Either.right(applied);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the event state's", file, failed));
        }
    }

    private static ByteBuffer content(AppliedEvents applied) {
        byte[] identities = applied.exports().toVector().sorted().mkString("\n").getBytes(StandardCharsets.UTF_8);
        EventState state = applied.state();
        int events = state.keys().size();
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(3L * Integer.BYTES
                + Long.BYTES
                + identities.length
                + Fingerprints.bytes(state.full())
                + (long) Fingerprints.bytes(state.keys())
                + (long) events * (Long.BYTES + 1)));
        content.putInt(identities.length).put(identities).putLong(state.fullTime());
        content.putInt(state.full().size());
        Fingerprints.write(state.full(), content);
        content.putInt(events);
        Fingerprints.write(state.keys(), content);
        for (int i = 0; i < events; i++) {
            content.putLong(state.time(i)).put((byte) (state.isInside(i) ? 1 : 0));
        }
        return content;
    }

    private static AppliedEvents read(DataInputStream content, long size) throws IOException {
        int length = counted(content.readInt(), 1, Math.min(size, LONGEST_IDENTITIES));
        String identities = new String(content.readNBytes(length), StandardCharsets.UTF_8);
        long fullTime = content.readLong();
        IdSet full = Fingerprints.read(content, counted(content.readInt(), Fingerprints.BYTES, size));
        IdSet keys = Fingerprints.read(content, counted(content.readInt(), Fingerprints.BYTES, size));
        long[] times = new long[keys.size()];
        boolean[] inside = new boolean[keys.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = content.readLong();
            inside[i] = content.readByte() == 1;
        }
        if (content.read() >= 0) {
            throw new Damaged();
        }
        Set<String> exports = identities.isEmpty() ? HashSet.empty() : HashSet.of(identities.split("\n", -1));
        return new AppliedEvents(exports, new EventState(fullTime, full, keys, times, inside));
    }

    /** A count that the file has room for. */
    private static int counted(int count, int bytes, long size) throws Damaged {
        if (count < 0 || (long) count * bytes > size) {
            throw new Damaged();
        }
        return count;
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return KeptFiles.ofPages(folder, NAME, KeptThing.Kind.EVENT_STATE);
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return thing.page().map(page -> KeptFiles.delete(file(page))).orElseGet(() -> Either.right(false));
    }

    private Path file(LedgerKey audience) {
        return Pages.of(folder, audience).resolve(NAME);
    }

    /** The file is no event state. */
    private static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;
    }
}
