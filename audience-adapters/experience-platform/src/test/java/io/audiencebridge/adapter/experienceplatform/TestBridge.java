// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What a bridge hands to a connector that reads no files: a sign-in and a clock. */
record TestBridge(Either<BridgeError, TokenSource> tokens, InstantSource clock) implements ConnectorContext {
    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        return Either.left(BridgeError.InvalidRequest.of("files", "the bridge has no file exchange"));
    }

    @Override
    public Either<BridgeError, Codec> codec() {
        return Either.left(BridgeError.InvalidRequest.of("codec", "the bridge has no codec"));
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return Either.left(BridgeError.InvalidRequest.of("cipher", "the bridge has no cipher"));
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public long hashSeed() {
        return 1;
    }

    @Override
    public String application() {
        return "test";
    }
}
