// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The people who opted out, in one file of the ledger's form behind the value that tells their secret: the length of that value, the value, the digests. */
final class FolderSuppressions implements Suppressions {
    private static final int LONGEST_CHECK = 1024;

    private final Path file;

    FolderSuppressions(Path folder) {
        this.file = folder.resolve("people.digests");
    }

    @Override
    public synchronized Either<BridgeError, Option<Suppressed>> find() {
        if (!Files.exists(file)) {
            return Either.right(Option.none());
        }
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long size = Files.size(file);
            int length = size < Integer.BYTES ? -1 : content.readInt();
            long rest = size - Integer.BYTES - length;
            if (length < 1 || length > LONGEST_CHECK || rest < 0 || rest % Fingerprints.BYTES != 0) {
                return Either.left(BridgeError.LocalFailure.of("The file of people who opted out, " + file
                        + ", is damaged; restore it from a backup. Nobody is shared, imported or linked until then"));
            }
            String check = new String(content.readNBytes(length), StandardCharsets.US_ASCII);
            return Either.right(
                    Option.some(new Suppressed(check, Fingerprints.read(content, rest / Fingerprints.BYTES))));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the people who opted out from", file, failed));
        }
    }

    @Override
    public synchronized Either<BridgeError, Integer> add(Suppressed more) {
        return find().flatMap(found -> found.forAll(kept -> kept.check().equals(more.check()))
                ? write(more.check(), found.map(Suppressed::digests).getOrElse(IdSet.EMPTY), more.digests())
                : Either.left(BridgeError.Conflict.of(
                        "The people who opted out are remembered under another secret; give that one")));
    }

    @Override
    public synchronized Either<BridgeError, Integer> clear() {
        Either<BridgeError, Integer> there =
                find().map(found -> found.map(kept -> kept.digests().size()).getOrElse(0));
        try {
            Files.deleteIfExists(file);
            return Either.right(there.getOrElse(0));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("delete the people who opted out in", file, failed));
        }
    }

    private Either<BridgeError, Integer> write(String check, IdSet before, IdSet more) {
        IdSet all = new IdSetBuilder().addAll(before).addAll(more).build();
        byte[] name = check.getBytes(StandardCharsets.US_ASCII);
        try {
            ByteBuffer content =
                    ByteBuffer.allocate(Math.addExact(Integer.BYTES + name.length, Fingerprints.bytes(all)));
            content.putInt(name.length).put(name);
            Fingerprints.write(all, content);
            WholeFile.write(file, content.flip());
            return Either.right(all.size());
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the people who opted out to", file, failed));
        }
    }
}
