// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** An exchange that is empty and takes nothing, for tests that stop before any file. */
record NoFiles() implements FileExchange {
    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return Either.right(Vector.empty());
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return Either.left(BridgeError.NotFound.of("There is no file " + name));
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return Either.left(BridgeError.LocalFailure.of("No file may be written here"));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return Either.right(name);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
