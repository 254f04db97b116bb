// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;

/**
 * Files in a folder of an SFTP server and the folders below it. Other programs may write there as well; a file of theirs is listed as soon as it is there.
 *
 * <p>A file's content tag is the SHA-256 digest of its bytes (SEMANTICS S27), so that listing reads every file that it does not know yet.
 */
final class SftpExchange implements FileExchange {
    private final Folder folder;
    private final Contents contents;

    SftpExchange(Folder folder) {
        this.folder = folder;
        this.contents = new Contents(folder, InstantSource.system());
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return call.check()
                .flatMap(open -> folder.names().start(prefix))
                .flatMap(start -> folder.walk(start, call))
                .map(files ->
                        files.filter(file -> name(file).startsWith(prefix)).sortBy(this::name))
                .flatMap(files -> described(files, call));
    }

    private Either<BridgeError, Seq<StoredFile>> described(Vector<RemoteFile> files, Call call) {
        Vector<StoredFile> described = Vector.empty();
        for (RemoteFile file : files) {
            Either<BridgeError, Option<StoredFile>> one = describe(file, call);
            if (one.isLeft()) {
                return Either.left(one.getLeft());
            }
            described = described.appendAll(one.get());
        }
        return Either.right(described);
    }

    /** None when somebody removed it meanwhile. */
    private Either<BridgeError, Option<StoredFile>> describe(RemoteFile file, Call call) {
        return contents.of(file, call)
                .fold(
                        error -> error instanceof BridgeError.NotFound
                                ? Either.right(Option.none())
                                : Either.left(error),
                        content -> Either.right(Option.of(content.stored(name(file), file))));
    }

    private String name(RemoteFile file) {
        return folder.names().name(file.path());
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return call.check()
                .flatMap(open -> folder.names().path(name))
                .flatMap(path -> folder.find(path, call))
                .flatMap(found -> found.toEither(() -> new BridgeError.NotFound(
                        "There is no file '" + name + "' in the folder; list the files, then name one of them",
                        call.incident())))
                .map(file -> new SftpSource(folder, file, call));
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return call.check()
                .flatMap(open -> folder.names().path(name))
                .map(path -> new SftpSink(folder, contents, name, path, call));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return call.check()
                .flatMap(open -> folder.names().path(name))
                .flatMap(path -> folder.delete(path, call))
                .map(deleted -> name);
    }

    @Override
    public void close() {
        folder.close();
    }
}
