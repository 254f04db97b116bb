// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What the connectors of one bridge share. */
record BridgeContext(
        Either<BridgeError, TokenSource> tokens,
        Map<String, Either<BridgeError, FileExchange>> exchanges,
        Either<BridgeError, Codec> codec,
        Map<String, Either<BridgeError, Cipher>> ciphers,
        InstantSource clock,
        Executor executor,
        long hashSeed,
        String application)
        implements ConnectorContext {
    static Either<BridgeError, TokenSource> noSignIn() {
        return Either.left(BridgeError.InvalidRequest.of(
                "signIn", "A connection needs access tokens; call signIn with a credential"));
    }

    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        return exchanges.getOrElse(
                name,
                Either.left(BridgeError.InvalidRequest.of(
                        "files",
                        "A connection needs a file exchange named '" + name + "'; call files(\"" + name + "\", ...)")));
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return ciphers.getOrElse(
                name,
                Either.left(BridgeError.InvalidRequest.of(
                        "cipher",
                        "A connection needs a cipher named '" + name + "'; call cipher(\"" + name + "\", ...)")));
    }

    /** The seed is a secret of this process. */
    @Override
    public String toString() {
        return "BridgeContext[" + application + "]";
    }
}
