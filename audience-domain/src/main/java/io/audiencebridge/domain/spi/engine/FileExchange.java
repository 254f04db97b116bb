// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Files that two systems hand to each other: a folder, a bucket, an SFTP directory. Names have {@code /} between folders. Blocks; safe for use by several threads. */
public interface FileExchange extends AutoCloseable {
    /** The files whose names begin with {@code prefix}, by name. */
    Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call);

    /** The bytes of a file. Left: {@code NotFound}. */
    Either<BridgeError, ByteSource> read(String name, Call call);

    /** Opens a new file for writing; nobody sees it before it is finished. Finishing answers {@code Conflict} when a file of that name with other content is there, and the file when the content is the same. */
    Either<BridgeError, ByteSink> create(String name, Call call);

    /** Removes a file; right also when it was not there. */
    Either<BridgeError, String> delete(String name, Call call);

    /** Gives back what the exchange holds. Never fails. */
    @Override
    void close();
}
