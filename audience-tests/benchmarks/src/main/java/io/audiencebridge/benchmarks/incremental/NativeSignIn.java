// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * A bridge of which a connector wants nothing but threads: it signs in by operator and password, and reads no files.
 *
 * @param executor the threads
 */
record NativeSignIn(Executor executor) implements ConnectorContext {
    @Override
    public Either<BridgeError, TokenSource> tokens() {
        return missing("signIn");
    }

    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        return missing("files");
    }

    @Override
    public Either<BridgeError, Codec> codec() {
        return missing("codec");
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return missing("cipher");
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public long hashSeed() {
        return ImportDesk.SEED;
    }

    @Override
    public String application() {
        return "benchmarks";
    }

    private static <T> Either<BridgeError, T> missing(String what) {
        return Either.left(BridgeError.InvalidRequest.of(what, "is not there in a benchmark"));
    }
}
