// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memberships of one file an audience: the length of the position, the position in UTF-8, the fingerprints. Position and members change in one move. */
final class FolderMemberships implements Memberships, Erasable {
    private static final String NAME = "membership.fingerprints";
    private static final int LONGEST_POSITION = 65_536;

    private final Path folder;

    FolderMemberships(Path folder) {
        this.folder = folder;
    }

    @Override
    public Either<BridgeError, Option<Membership>> find(LedgerKey audience) {
        Path file = file(audience);
        if (!Files.exists(file)) {
            return Either.right(Option.none());
        }
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long size = Files.size(file);
            int length = size < Integer.BYTES ? -1 : content.readInt();
            long rest = size - Integer.BYTES - length;
            if (length < 0 || length > LONGEST_POSITION || rest < 0 || rest % Fingerprints.BYTES != 0) {
                return Either.left(BridgeError.LocalFailure.of(
                        "The membership's file " + file + " is damaged; delete it, then import a full delivery"));
            }
            String position = new String(content.readNBytes(length), StandardCharsets.UTF_8);
            return Either.right(
                    Option.some(new Membership(position, Fingerprints.read(content, rest / Fingerprints.BYTES))));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the membership's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, Membership> keep(LedgerKey audience, Membership membership) {
        Path file = file(audience);
        byte[] position = membership.position().getBytes(StandardCharsets.UTF_8);
        if (position.length > LONGEST_POSITION) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "position",
                    "of " + position.length + " bytes is longer than the " + LONGEST_POSITION + " that are kept"));
        }
        try {
            ByteBuffer content = ByteBuffer.allocate(
                    Math.addExact(Integer.BYTES + position.length, Fingerprints.bytes(membership.members())));
            content.putInt(position.length).put(position);
            Fingerprints.write(membership.members(), content);
            WholeFile.write(file, content.flip());
            return Either.right(membership);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the membership's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return KeptFiles.ofPages(folder, NAME, KeptThing.Kind.MEMBERSHIP);
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return thing.page().map(page -> KeptFiles.delete(file(page))).orElseGet(() -> Either.right(false));
    }

    private Path file(LedgerKey audience) {
        return Pages.of(folder, audience).resolve(NAME);
    }
}
