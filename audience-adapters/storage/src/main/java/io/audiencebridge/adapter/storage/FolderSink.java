// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file that is written aside and put in its place as a whole, where it never replaces another. */
final class FolderSink implements ByteSink {
    private final String name;
    private final Path file;
    private final Path draft;
    private final FileChannel bytes;
    private final Call call;
    private final MessageDigest digest = Content.digest();
    private long size;

    private FolderSink(String name, Path file, Path draft, FileChannel bytes, Call call) {
        this.name = name;
        this.file = file;
        this.draft = draft;
        this.bytes = bytes;
        this.call = call;
    }

    static ByteSink to(String name, Path file, Path draft, Call call) throws IOException {
        return new FolderSink(name, file, draft, FileChannel.open(draft, StandardOpenOption.WRITE), call);
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] content, int from, int length) {
        return call.check().flatMap(open -> {
            try {
                for (ByteBuffer left = ByteBuffer.wrap(content, from, length); left.hasRemaining(); ) {
                    bytes.write(left);
                }
                digest.update(content, from, length);
                size += length;
                return Either.right(length);
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("write", draft, failed));
            }
        });
    }

    @Override
    public Either<BridgeError, StoredFile> finish() {
        try {
            return call.check().flatMap(open -> publish());
        } finally {
            abort();
        }
    }

    private Either<BridgeError, StoredFile> publish() {
        Content content = Content.of(size, digest);
        try {
            bytes.force(true);
            bytes.close();
            place();
            return Stored.file(name, file, content);
        } catch (FileAlreadyExistsException taken) {
            return compare(content);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("finish", file, failed));
        }
    }

    /** A link fails when the name is taken, in one step; a move without replacing looks first and is for disks that know no links. */
    private void place() throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(draft, file);
        }
    }

    private Either<BridgeError, StoredFile> compare(Content ours) {
        try {
            return Content.of(file, call)
                    .flatMap(
                            theirs -> theirs.equals(ours)
                                    ? Stored.file(name, file, theirs)
                                    : Either.left(
                                            BridgeError.Conflict.of(
                                                    "File " + file
                                                            + " is there already with other content; choose another name, or delete it first")));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read", file, failed));
        }
    }

    @Override
    public void abort() {
        try {
            bytes.close();
            Files.deleteIfExists(draft);
        } catch (IOException leftBehind) {
            // A draft is never listed; whoever cleans the folder may remove it.
        }
    }
}
